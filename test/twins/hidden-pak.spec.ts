import { describeTwins } from './twins.js';

describe('what only PAK may know', () => {
  describeTwins('PAK');
});
