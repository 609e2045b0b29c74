import { offsetOf } from './text-place.js';

describe('the place of a fault in a text', () => {
  const text = 'id: a\ntitle: b\n\nunits: []';

  it('counts lines and columns from 1', () => {
    expect(offsetOf(text, 1, 1)).toBe(0);
    expect(text.slice(offsetOf(text, 2, 8))).toBe('b\n\nunits: []');
    expect(text.slice(offsetOf(text, 4, 1))).toBe('units: []');
  });

  it('is the end where the text is shorter', () => {
    expect(offsetOf(text, 9, 1)).toBe(text.length);
    expect(offsetOf(text, 4, 99)).toBe(text.length);
  });
});
