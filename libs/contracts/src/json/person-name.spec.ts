import { nameKey, personNameFault } from './person-name.js';

describe('a name that a person chooses', () => {
  it.each(['Amina', 'Li Wei', "O'Neill", 'Jean-Luc', 'Zoë', 'Dr. Ali', 'آمنہ خان', 'محمد علی', '王芳', 'Desk 2'])(
    'may be %s',
    (name) => expect(personNameFault(name)).toBeUndefined(),
  );

  it.each([
    ['nothing', ''],
    ['too long', 'a'.repeat(61)],
    ['a zero-width space', 'A\u200Bmina'],
    ['a bidi override', 'A\u202Emina'],
    ['a joiner that is not seen', 'A\u2060mina'],
    ['not composed', 'Zoe\u0308'],
    ['a control', 'Ami\nna'],
    ['two writings', 'Аmina'],
    ['another writing', 'Амина'],
    ['Latin with Han', 'Li 王'],
    ['full-width letters', 'Ａmina'],
    ['a dotless i', 'Alı'],
    ['spaces at its ends', ' Amina'],
    ['two spaces', 'Amina  Khan'],
    ['a sign', 'Amina <b>'],
    ['no letter', '42'],
    ['a no-break space', 'Amina\u00A0Khan'],
    ['a heap of marks', 'ا\u0650\u0651\u064B\u0652\u0670'],
  ])('may not have %s', (_, name) => expect(personNameFault(name)).toEqual(expect.any(String)));

  it.each([
    ['case', 'AMINA', 'amina'],
    ['l, I and 1', 'Ali 1', 'AIi l'],
    ['o and 0', 'Bob', 'B0b'],
    ['yeh of two keyboards', 'علی', 'علي'],
    ['kaf of two keyboards', 'کمال', 'كمال'],
    ['digits of two keyboards', 'علی ۱', 'علی ١'],
  ])('counts as the same by %s', (_, a, b) => expect(nameKey(a)).toBe(nameKey(b)));

  it('counts as another one where it looks like another one', () => {
    expect(nameKey('Zoë')).not.toBe(nameKey('Zoe'));
    expect(nameKey('Ana')).not.toBe(nameKey('Anna'));
  });
});
