import type { Round } from './bot/make-round.ts'
import type { Sweep } from './platform/sweep.ts'
import type { Activities } from './features/activities/index.ts'
import type { People } from './features/people/index.ts'

/** What a room has done every night: rows that have outlived their time, and whom it still needs. */
interface Kept {
  sweeps: readonly Sweep[]
  personsNamed: readonly string[]
}

interface RoundRooms {
  people: Pick<People, 'sweeps' | 'forgetStrangers' | 'forgetInTime'>
  uploads: Pick<Kept, 'sweeps'>
  activities: Kept & Pick<Activities, 'tellAgain' | 'sendDigests'>
  questionnaires: Kept
  documents: Kept & { rounds: readonly Round[] }
  itinerary: Kept
  broadcasts: Kept
  correspondence: Kept & { remind(): Promise<boolean> }
}

/** What is done once a day: documents that are missing and what has served its time at ten, the digest in the morning, the clean-up in the night. */
export function roundsOf(rooms: RoundRooms, ofTheDoor: readonly Sweep[], timeZone: string): Round[] {
  const { people, uploads, activities, questionnaires, documents, itinerary, broadcasts, correspondence } =
    rooms
  const keeping = [activities, questionnaires, documents, itinerary, broadcasts, correspondence]
  return [
    ...documents.rounds,
    {
      // In the morning, because those whose data have gone are told; with the documents, so that a moved clock stops once.
      name: 'people.forget-in-time',
      at: Temporal.PlainTime.from('10:00'),
      timeZone,
      steps: people.forgetInTime,
    },
    {
      name: 'activities.digest',
      at: Temporal.PlainTime.from('08:30'),
      timeZone,
      steps: [
        () => activities.tellAgain().then(() => false),
        () => activities.sendDigests().then(() => false),
        () => correspondence.remind(),
      ],
    },
    {
      name: 'clean-up',
      at: Temporal.PlainTime.from('03:00'),
      timeZone,
      steps: [
        ...ofTheDoor,
        ...uploads.sweeps,
        ...keeping.flatMap(({ sweeps }) => sweeps),
        ...people.sweeps,
        people.forgetStrangers(keeping.flatMap(({ personsNamed }) => personsNamed)),
      ],
    },
  ]
}
