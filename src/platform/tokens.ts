import { createHash, randomBytes } from 'node:crypto'

/** A token for a link: 32 characters of A-Za-z0-9_-, which Telegram lets through. It is shown once and never kept. */
export const newToken = (): string => randomBytes(24).toString('base64url')

/** What is kept of a token. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex')
