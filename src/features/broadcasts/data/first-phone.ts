/**
 * SQL: the phone that a person is told things on, `columns` of `accounts a`: the first of theirs that can be reached, else
 * the first that they had. One rule, so that who is counted before a broadcast is who gets it.
 */
export const firstPhone = (personId: string, columns: string): string =>
  `(select ${columns} from accounts a where a.person_id = ${personId}
    order by a.is_reachable desc, a.first_seen_at, a.user_id limit 1)`
