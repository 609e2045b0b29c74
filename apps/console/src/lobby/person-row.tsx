/** One account: its rights, and what a controller can do with it. */
import { Button, Group, Modal, PasswordInput } from '@mantine/core';
import { useState } from 'react';
import { ROLE_TRAITS } from '#domain/kernel/role.js';
import { useTranslation } from '../language/use-translation.js';
import type { ApiShapes } from '#contracts/client/create-api-client.js';
import { ConfirmButton } from '../parts/confirm-button.js';
import { CopyButton } from '../parts/copy-button.js';
import { QrCode } from '../parts/qr-code.js';
import { SideBadge } from '../parts/side-badge.js';
import { useAction } from '../parts/use-action.js';
import { WallTime } from '../parts/wall-time.js';
import { api, dataOf } from '../session/api.js';
import { Refusal } from '../session/refusal.js';
import { useRefusal } from '../session/use-refusal.js';
import { useWord } from '../parts/use-word.js';
import styles from './lobby.module.css';

type Account = ApiShapes['Account'];

export function PersonRow({ account }: { readonly account: Account }) {
  const { t } = useTranslation('lobby');
  const word = useWord();
  const refusalText = useRefusal();
  const { id, name, role, side, units, classes, exercise, invitation, hasPassword, createdAt, disabledAt } = account;
  const [isPasswordOpen, setPasswordOpen] = useState(false);
  const [link, setLink] = useState<ApiShapes['OneTimeLink']>();
  const path = { account: id };
  const disable = useAction(async (_: undefined) => {
    await dataOf(api.DELETE('/v1/accounts/{account}', { params: { path } }));
  });
  const makeLink = useAction(async (_: undefined) => {
    setLink(await dataOf(api.POST('/v1/accounts/{account}/links', { params: { path }, body: {} })));
  });
  const failure = [disable, makeLink].find(({ isError }) => isError);
  const isService = !ROLE_TRAITS[role].isPerson;
  const comesBy = invitation !== undefined ? 'invitation' : hasPassword ? 'password' : 'token';
  return (
    <tr data-off={disabledAt === undefined ? undefined : ''}>
      <th scope="row">
        <bdi>
          <b>{name}</b>
        </bdi>
      </th>
      <td>
        <span className="capital">{word('role', role)}</span> {side !== undefined && <SideBadge side={side} />}{' '}
        <span className={styles['units']}>
          {(units ?? classes)?.map((one) => (
            <bdi key={one} className="mute">
              {one}
            </bdi>
          ))}
        </span>
      </td>
      <td>
        {exercise === undefined ? <span className="mute">{t('invitations:allExercises')}</span> : <bdi>{exercise}</bdi>}
      </td>
      <td>{t(`people.by.${comesBy}`)}</td>
      <td>
        <WallTime at={createdAt} />
      </td>
      <td>
        {disabledAt !== undefined ? (
          <span>
            {t('people.disabled')} <WallTime at={disabledAt} />
          </span>
        ) : (
          <Group gap={4} wrap="nowrap" className={styles['actions']}>
            {!isService && (
              <>
                <Button
                  size="compact-sm"
                  aria-label={t('people.linkFor', { name })}
                  onClick={() => makeLink.mutate(undefined)}
                >
                  {t('people.link')}
                </Button>
                <Button
                  size="compact-sm"
                  aria-label={t('people.passwordFor', { name })}
                  onClick={() => setPasswordOpen(true)}
                >
                  {t('people.password')}
                </Button>
              </>
            )}
            <ConfirmButton
              label={t('people.disable')}
              ariaLabel={t('people.disableOne', { name })}
              question={t('people.disableQuestion', { name })}
              confirm={t('people.disable')}
              onConfirm={() => disable.mutate(undefined)}
            />
            {failure !== undefined && (
              <span role="alert" className={styles['failure']}>
                {refusalText(failure.error)}
              </span>
            )}
          </Group>
        )}
        {isPasswordOpen && <SetPassword account={account} onClose={() => setPasswordOpen(false)} />}
        {link !== undefined && <ShowLink name={name} link={link} onClose={() => setLink(undefined)} />}
      </td>
    </tr>
  );
}

interface ShowLinkProps {
  readonly name: string;
  readonly link: ApiShapes['OneTimeLink'];
  readonly onClose: () => void;
}

function ShowLink({ name, link, onClose }: ShowLinkProps) {
  const { t } = useTranslation('lobby');
  const address = `${location.origin}${link.path}`;
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('people.linkFor', { name })}
      closeButtonProps={{ 'aria-label': t('frame:close') }}
    >
      <Group align="flex-start" wrap="nowrap">
        <QrCode text={address} label={t('invitations:qr')} />
        <div>
          <p>{t('people.linkOnce')}</p>
          <p className="mute">
            {t('invitations:until')} <WallTime at={link.expiresAt} />
          </p>
          <CopyButton text={address} label={t('frame:copy.link')} />
        </div>
      </Group>
    </Modal>
  );
}

function SetPassword({ account, onClose }: { readonly account: Account; readonly onClose: () => void }) {
  const { t } = useTranslation('lobby');
  const refusalText = useRefusal();
  const { id, name } = account;
  const [password, setPassword] = useState('');
  const action = useAction(async (body: { readonly password: string }) => {
    await dataOf(api.PUT('/v1/accounts/{account}/password', { params: { path: { account: id } }, body }));
    onClose();
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('people.passwordFor', { name })}
      closeButtonProps={{ 'aria-label': t('frame:close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          action.mutate({ password });
        }}
      >
        <PasswordInput
          size="xs"
          label={t('session:password.new')}
          description={t('people.passwordHint')}
          value={password}
          onChange={({ currentTarget }) => setPassword(currentTarget.value)}
          minLength={10}
          required
          withAsterisk={false}
          autoComplete="new-password"
          visibilityToggleButtonProps={{ 'aria-label': t('session:signIn.show') }}
        />
        <Refusal text={action.isError ? refusalText(action.error) : undefined} />
        <Group justify="flex-end" mt="md">
          <Button type="submit" variant="filled" loading={action.isPending}>
            {t('people.setPassword')}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
