/** The routes by which people get in, are seen, and are spoken to: sessions, invitations, presence, announcements. */
import { announceBody, announcementList, announcementView } from '../http/announcements.js';
import {
  createdInvitation,
  createInvitationBody,
  invitationList,
  invitationPreview,
  previewInvitationBody,
  redeemInvitationBody,
  revokeInvitationQuery,
} from '../http/invitations.js';
import { presence } from '../http/presence.js';
import { CONTROLLERS, EVERYBODY, READERS } from '../http/roles.js';
import { changePasswordBody, oneTimeBody, sessionList, sessionView, signInBody } from '../http/sessions.js';
import { OIDC_CALLBACK_PATH, OIDC_PATH, oidcCallbackQuery, signInOptions, startOidcQuery } from '../http/sign-in.js';
import type { Operation } from './operation.js';

const exercise = '/v1/exercises/{exercise}';

const COOKIE =
  'Sets the cookie of the session. A request with a cookie that changes something must come from a page of this origin.';

export const SESSION_OPERATIONS = {
  signIn: {
    method: 'POST',
    path: '/v1/session',
    tag: 'Sessions',
    summary: 'Sign in by name and password',
    description: COOKIE,
    roles: 'public',
    body: { schema: signInBody },
    answers: { 200: { description: 'Signed in.', schema: sessionView } },
    problems: ['SIGN_IN_FAILED', 'PASSWORD_SIGN_IN_OFF', 'TOO_MANY_TRIES', 'TOO_MANY_CALCULATIONS', 'CROSS_SITE'],
  },
  readSignInOptions: {
    method: 'GET',
    path: '/v1/sign-in',
    tag: 'Sessions',
    summary: 'Which ways to sign in there are',
    roles: 'public',
    answers: { 200: { description: 'Links that sign in once and invitations always work.', schema: signInOptions } },
  },
  startOidcSignIn: {
    method: 'GET',
    path: OIDC_PATH,
    tag: 'Sessions',
    summary: 'Sign in at the identity provider (OpenID Connect): a browser goes here',
    description:
      'Redirects to the provider, and sets a cookie that binds the sign-in to this browser for ten minutes. A browser that is refused is sent to a page of the console; programs get the problem.',
    roles: 'public',
    query: startOidcQuery,
    answers: { 302: { description: 'To the provider.' } },
    problems: ['QUERY_INVALID', 'NOT_FOUND', 'OIDC_UNAVAILABLE', 'TOO_MANY_TRIES'],
  },
  finishOidcSignIn: {
    method: 'GET',
    path: OIDC_CALLBACK_PATH,
    tag: 'Sessions',
    summary: 'Where the identity provider sends a browser back to',
    description: `${COOKIE} The account is that of the issuer and the subject; its role is that of the first group of the mapping that the person is in.`,
    roles: 'public',
    query: oidcCallbackQuery,
    answers: {
      302: { description: 'Signed in: to the page that was asked for; or refused: to the page that says why.' },
    },
    problems: [
      'QUERY_INVALID',
      'NOT_FOUND',
      'OIDC_UNAVAILABLE',
      'OIDC_STATE_INVALID',
      'OIDC_DENIED',
      'OIDC_ANSWER_INVALID',
      'OIDC_NO_GROUP',
      'OIDC_GROUP_UNUSABLE',
      'ACCOUNT_DISABLED',
      'TOO_MANY_TRIES',
    ],
  },
  readSession: {
    method: 'GET',
    path: '/v1/session',
    tag: 'Sessions',
    summary: 'Who is asking, and until when; also of a token',
    roles: EVERYBODY,
    answers: { 200: { description: 'The caller.', schema: sessionView } },
  },
  signOut: {
    method: 'DELETE',
    path: '/v1/session',
    tag: 'Sessions',
    summary: 'Sign out: the session ends at once, with its sockets and streams',
    roles: EVERYBODY,
    answers: { 204: { description: 'Signed out.' } },
    problems: ['NO_SESSION'],
  },
  redeemOneTimeLink: {
    method: 'POST',
    path: '/v1/session/one-time',
    tag: 'Sessions',
    summary: 'Sign in by a link that counts once',
    description: COOKIE,
    roles: 'public',
    body: { schema: oneTimeBody },
    answers: { 200: { description: 'Signed in.', schema: sessionView } },
    problems: ['LINK_INVALID', 'TOO_MANY_TRIES', 'CROSS_SITE'],
  },
  changePassword: {
    method: 'PUT',
    path: '/v1/session/password',
    tag: 'Sessions',
    summary: 'Change the own password; all other sessions of the account end',
    roles: EVERYBODY,
    body: { schema: changePasswordBody },
    answers: { 204: { description: 'Changed.' } },
    problems: ['SIGN_IN_FAILED', 'NO_PASSWORD', 'TOO_MANY_TRIES', 'TOO_MANY_CALCULATIONS'],
  },
  listSessions: {
    method: 'GET',
    path: '/v1/sessions',
    tag: 'Sessions',
    summary: 'List the sessions that are open: the own ones; for controllers, all',
    roles: EVERYBODY,
    answers: { 200: { description: 'Latest first.', schema: sessionList } },
  },
  revokeSession: {
    method: 'DELETE',
    path: '/v1/sessions/{session}',
    tag: 'Sessions',
    summary: 'End a session at once, with its sockets and streams',
    roles: EVERYBODY,
    answers: { 204: { description: 'Ended.' } },
  },
} as const satisfies Record<string, Operation>;

export const INVITATION_OPERATIONS = {
  createInvitation: {
    method: 'POST',
    path: '/v1/invitations',
    tag: 'Invitations',
    summary: 'Invite people to a role; the secret and the PIN are shown this once',
    roles: CONTROLLERS,
    body: { schema: createInvitationBody },
    answers: { 201: { description: 'Created.', schema: createdInvitation } },
    problems: ['TOO_MANY_CALCULATIONS'],
  },
  listInvitations: {
    method: 'GET',
    path: '/v1/invitations',
    tag: 'Invitations',
    summary: 'List invitations, without their secrets',
    roles: CONTROLLERS,
    answers: { 200: { description: 'Latest first, at most 500.', schema: invitationList } },
  },
  revokeInvitation: {
    method: 'DELETE',
    path: '/v1/invitations/{invitation}',
    tag: 'Invitations',
    summary: 'Revoke an invitation, and with `people=remove` all who came by it',
    roles: CONTROLLERS,
    query: revokeInvitationQuery,
    answers: { 204: { description: 'Revoked.' } },
    problems: ['LAST_CONTROLLER'],
  },
  previewInvitation: {
    method: 'POST',
    path: '/v1/invitations/preview',
    tag: 'Invitations',
    summary: 'What an invitation is for, to who holds it; it is not used up',
    roles: 'public',
    body: { schema: previewInvitationBody },
    answers: { 200: { description: 'What it is for.', schema: invitationPreview } },
    problems: ['INVITATION_INVALID', 'TOO_MANY_TRIES', 'TOO_MANY_CALCULATIONS', 'CROSS_SITE'],
  },
  redeemInvitation: {
    method: 'POST',
    path: '/v1/invitations/redeem',
    tag: 'Invitations',
    summary: 'Come in by an invitation, under a name that the person chooses',
    description: COOKIE,
    roles: 'public',
    body: { schema: redeemInvitationBody },
    answers: { 201: { description: 'An account is made, and its session has begun.', schema: sessionView } },
    problems: ['INVITATION_INVALID', 'NAME_TAKEN', 'TOO_MANY_TRIES', 'TOO_MANY_CALCULATIONS', 'CROSS_SITE'],
  },
} as const satisfies Record<string, Operation>;

export const PRESENCE_OPERATIONS = {
  readPresence: {
    method: 'GET',
    path: `${exercise}/presence`,
    tag: 'Presence',
    summary: 'Who is here, as far as the caller may know; and who plays the units that are played',
    roles: READERS,
    answers: { 200: { description: 'As it is now; a socket gets it anew whenever it changes.', schema: presence } },
  },
  listAnnouncements: {
    method: 'GET',
    path: `${exercise}/announcements`,
    tag: 'Announcements',
    summary: 'Messages over the screen: those to the caller; for controllers all, with who has read them',
    roles: READERS,
    answers: { 200: { description: 'Latest first, at most 200.', schema: announcementList } },
  },
  announce: {
    method: 'POST',
    path: `${exercise}/announcements`,
    tag: 'Announcements',
    summary: "Send a message over everybody's screen, which stays until it is read; it is no part of the log",
    roles: CONTROLLERS,
    body: { schema: announceBody },
    answers: { 201: { description: 'Sent.', schema: announcementView } },
  },
  readAnnouncement: {
    method: 'POST',
    path: `${exercise}/announcements/{announcement}/read`,
    tag: 'Announcements',
    summary: 'Say that the caller has read it',
    roles: READERS,
    answers: { 204: { description: 'Noted; the first time counts.' } },
  },
  withdrawAnnouncement: {
    method: 'DELETE',
    path: `${exercise}/announcements/{announcement}`,
    tag: 'Announcements',
    summary: 'Take a message off all screens; it stays on the list of the controllers',
    roles: CONTROLLERS,
    answers: { 204: { description: 'Withdrawn.' } },
  },
} as const satisfies Record<string, Operation>;
