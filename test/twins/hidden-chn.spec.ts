import { describeTwins } from './twins.js';

describe('what only CHN may know', () => {
  describeTwins('CHN');
});
