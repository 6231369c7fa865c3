import type { Update } from 'grammy/types'

/** An update that this process has taken into its hands, with what is known about its sender. */
export interface ClaimedUpdate {
  id: number
  updateId: number
  lane: number
  body: string
  update: Update
  /** How often it has been taken, this time included. */
  attempts: number
  /** How often a process has died with it in its hands. */
  deaths: number
  /** More of the same lane waits behind it. */
  hasMore: boolean
  account: AccountRow | null
  /** What the rooms wanted to know of the sender, in their order; `null` where nobody has that account. */
  known: readonly unknown[] | null
  conversation: string | null
}

export interface AccountRow {
  userId: number
  personId: number | null
  firstName: string
  lastName: string | null
  username: string | null
  phoneLanguage: string | null
  language: string
  isLanguageChosen: boolean
  isReachable: boolean
}

/** The same as a statement answers it. */
export interface TakenRow {
  id: string
  update_id: string
  lane: string
  attempts: number
  deaths: number
  has_more: boolean
  conversation: string | null
  account: AccountRow | null
  known: unknown[] | null
}

export const asClaimed = (
  row: TakenRow,
  { body, update }: Pick<ClaimedUpdate, 'body' | 'update'>,
): ClaimedUpdate => ({
  id: Number(row.id),
  updateId: Number(row.update_id),
  lane: Number(row.lane),
  body,
  update,
  attempts: row.attempts,
  deaths: row.deaths,
  hasMore: row.has_more,
  account: row.account,
  known: row.known,
  conversation: row.conversation,
})
