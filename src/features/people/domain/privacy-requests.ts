/** What somebody may ask for under data protection. */
export const requestKinds = ['access', 'erasure', 'correction', 'objection'] as const
export type RequestKind = (typeof requestKinds)[number]

/** How it has come; what is asked in the chat is done in the chat. */
export const requestWays = ['email', 'paper', 'phone'] as const
export type RequestWay = (typeof requestWays)[number]

/** Days in which a request is to be answered: law 6698 Art. 13, GDPR Art. 12. */
export const daysToAnswer = 30

/** Days left until a moment, a begun one counted; negative once it has passed. */
export const daysLeft = (dueAt: Temporal.Instant, now: Temporal.Instant): number =>
  dueAt.epochMilliseconds < now.epochMilliseconds
    ? -1
    : Math.ceil((dueAt.epochMilliseconds - now.epochMilliseconds) / 86_400_000)
