/** Who is to be in charge: within the side, or of both sides as the incident commander. */
import { useState } from 'react';
import { useTranslation } from '../../../language/use-translation.js';
import type { FieldsProps } from '../act-form.js';
import { AccountField } from '../command/account-field.js';

export function AccountFields({ kind, frame }: FieldsProps & { readonly kind: 'assign' | 'propose' }) {
  const { t } = useTranslation('coordination');
  const [account, choose] = useState('');
  return frame(
    <>
      <p>{t(`command.${kind}Means`)}</p>
      <AccountField value={account} onChange={choose} withSelf />
    </>,
    account.trim() === '' ? undefined : { kind, account: account.trim() },
  );
}
