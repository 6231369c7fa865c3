import { Composer } from 'grammy'
import type { Chat } from '../../bot/context.ts'
import type { Feature } from '../../bot/feature.ts'
import { mayAnswer as answersIn } from './actions/may-answer.ts'
import { whoAnswers as answerers } from './actions/who-answers.ts'
import { answering as openAnswering } from './chat/answering.ts'
import { answeringAtOnce } from './chat/answering-at-once.ts'
import { askingChat } from './chat/asking.ts'
import { letterCards } from './chat/cards.ts'
import { deskChat } from './chat/desk-chat.ts'
import { editsChat } from './chat/edits.ts'
import { escalating } from './chat/escalating.ts'
import { fromPerson as takingFromPerson } from './chat/from-person.ts'
import { learningFates } from './chat/learning-fates.ts'
import { passingOn } from './chat/passing-on.ts'
import { remindingOfWaiting } from './chat/reminding.ts'
import { replying } from './chat/replying.ts'
import { scenes as openScenes } from './chat/scenes.ts'
import { steeringChat } from './chat/steering.ts'
import { openAnswersBegun } from './data/answers-begun.ts'
import { personsNamed } from './data/erasing.ts'
import { correspondencePersonalData } from './data/personal-data.ts'
import { letterMessages } from './data/letter-messages.ts'
import { letterStore } from './data/letter-store.ts'
import { threadStore } from './data/thread-store.ts'
import { readingWriters } from './data/writers.ts'
import type { CorrespondenceNeeds, Room } from './needs.ts'

export type { CorrespondenceNeeds }

/** Correspondence: what participants write to the coordinators, and what comes back. */
export function correspondence(needs: CorrespondenceNeeds) {
  const { database, keys } = needs
  const room: Room = {
    ...needs,
    threads: threadStore(database),
    letters: letterStore(database, keys),
    places: letterMessages(database),
    begun: openAnswersBegun(database),
    writers: readingWriters(database),
  }
  const scenes = openScenes(room)
  const cards = letterCards({ ...room, scenes })
  const mayAnswer = answersIn(room)
  const whoAnswers = answerers(room)
  const passing = passingOn({ ...room, scenes, whoAnswers })
  const answering = openAnswering({ ...room, scenes, cards, mayAnswer })
  const fromPerson = takingFromPerson({ ...room, passing, answersAtOnce: answeringAtOnce(room) })
  const desk = deskChat({ ...room, scenes, mayAnswer })
  const reply = replying({ ...room, answering, fromPerson })

  const chat = new Composer<Chat>()
  chat.use(
    answering.chat,
    askingChat({ ...room, fromPerson }),
    steeringChat({ ...room, mayAnswer, cards, answering, passing }),
    editsChat({ ...room, cards, scenes }),
    desk.chat,
  )

  const feature: Feature = {
    name: 'correspondence',
    chat,
    desk: desk.desk,
    takesOver: reply,
    showsAgain: answering.showsAgain,
    pauses: answering.pauses,
    learnsFates: learningFates({ ...room, cards }),
  }

  return {
    feature,
    /** What nothing else takes, after every other room has been asked. */
    last: { name: 'correspondence', takesLast: (written) => fromPerson.take(written) } satisfies Feature,
    watches: [answering.albums, escalating({ ...room, passing, whoAnswers })],
    /** How many wait, each morning. */
    remind: remindingOfWaiting(room),
    sweeps: [room.threads.sweep, room.letters.sweep, room.begun.sweep],
    personalData: correspondencePersonalData(needs.database, needs.clock),
    personsNamed,
  }
}
