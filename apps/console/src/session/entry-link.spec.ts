import { parseEntryLink } from './entry-link.js';

describe('the link by which somebody comes in', () => {
  it('is an invitation, or signs in once', () => {
    expect(parseEntryLink('#/join?key=tdi_a-b_c')).toEqual({ kind: 'join', key: 'tdi_a-b_c' });
    expect(parseEntryLink('#/welcome?key=tdl_x')).toEqual({ kind: 'welcome', key: 'tdl_x' });
  });

  it('may be an invitation without a key: code and PIN are typed', () => {
    expect(parseEntryLink('#/join')).toEqual({ kind: 'join' });
    expect(parseEntryLink('#/join?key=')).toEqual({ kind: 'join' });
  });

  it('is nothing without the key that signs in once', () => {
    expect(parseEntryLink('#/welcome')).toBeUndefined();
  });

  it('may say why nobody was let in, in words that are known', () => {
    expect(parseEntryLink('#/sign-in?refused=OIDC_NO_GROUP')).toEqual({ kind: 'refused', code: 'OIDC_NO_GROUP' });
    expect(parseEntryLink('#/sign-in?refused=CALL_THIS_NUMBER')).toBeUndefined();
    expect(parseEntryLink('#/sign-in')).toBeUndefined();
  });

  it('leaves other hashes alone', () => {
    expect(parseEntryLink('')).toBeUndefined();
    expect(parseEntryLink('#/joint?key=a')).toBeUndefined();
    expect(parseEntryLink('#main')).toBeUndefined();
  });

  it('decodes what the address encoded', () => {
    expect(parseEntryLink('#/join?key=a%2Fb')).toEqual({ kind: 'join', key: 'a/b' });
  });
});
