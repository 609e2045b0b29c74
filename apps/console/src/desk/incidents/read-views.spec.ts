import { readViews, withView } from './read-views.js';

describe('saved views', () => {
  it('are read back as they were written, and nothing else is', () => {
    const views = [{ name: 'Mine', parameters: { show: 'waits', view: 'table' } }];
    expect(readViews(JSON.stringify(views))).toEqual(views);
    expect(readViews(null)).toEqual([]);
    expect(readViews('{')).toEqual([]);
    expect(readViews('{"name":"x"}')).toEqual([]);
    expect(
      readViews(
        '[1, null, {"name": 1, "parameters": {}}, {"name": "A", "parameters": {"q": 5, "lang": "ur", "site": "plant"}}]',
      ),
    ).toEqual([{ name: 'A', parameters: { site: 'plant' } }]);
  });

  it('have one of each name', () => {
    const first = { name: 'B', parameters: {} };
    const second = { name: 'B', parameters: { q: 'smoke' } };
    expect(withView([first], second)).toEqual([second]);
    expect(withView([first], { name: 'A', parameters: {} }).map(({ name }) => name)).toEqual(['A', 'B']);
  });
});
