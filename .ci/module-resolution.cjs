/**
 * Where dependency-cruiser finds the libraries: at their sources. `imports` in package.json points to the compiled
 * files, which a fresh clone does not have yet, and whose imports are not the ones to be judged.
 */
const path = require('node:path');

const sources = (library) => path.resolve(__dirname, '..', 'libs', library, 'src');

module.exports = {
  resolve: {
    alias: Object.fromEntries(
      ['domain', 'contracts', 'scenario', 'log', 'report', 'infra'].map((library) => [`#${library}`, sources(library)]),
    ),
    extensionAlias: { '.js': ['.ts', '.js'] },
    exportsFields: ['exports'],
    conditionNames: ['import', 'node', 'default', 'types'],
  },
};
