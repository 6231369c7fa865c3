import type { Section } from './bench.ts'
import { bigProgramme } from './big-programme.ts'
import { dueMinute } from './due-minute.ts'
import { rounded } from './table.ts'

/** What a change for thousands of people costs, and a minute in which a thousand reminders are due. */
export const reminders: Section = async (server, tell) => {
  tell('a programme of 40 items for 5,000 people')
  const programme = await bigProgramme(server)
  tell('a thousand reminders due at once')
  const { seconds, outOfOrder, tooManyRequests } = await dueMinute(server, 0)
  tell('a thousand reminders due at once, and two kill -9')
  const { lost, doubled, inDoubt, inFlight, seconds: secondsWhileKilled } = await dueMinute(server, 2)
  return {
    ...programme,
    thousandDueSeconds: rounded(seconds),
    ...{ outOfOrder, tooManyRequests, lost, doubled, inDoubt, inFlight },
    thousandDueSecondsWhileKilled: rounded(secondsWhileKilled),
  }
}
