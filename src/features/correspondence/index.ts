import { Composer } from 'grammy'
import type { Chat } from '../../bot/context.ts'
import type { Feature } from '../../bot/feature.ts'
import { mayAnswer as answersIn } from './actions/may-answer.ts'
import { whoAnswers as answerers } from './actions/who-answers.ts'
import { answering as openAnswering } from './chat/answering.ts'
import { answeringAtOnce } from './chat/answering-at-once.ts'
import { askingChat } from './chat/asking.ts'
import { carryingAnswers } from './chat/carrying-answers.ts'
import { letterCards } from './chat/cards.ts'
import { deskChat } from './chat/desk-chat.ts'
import { editsChat } from './chat/edits.ts'
import { escalating } from './chat/escalating.ts'
import { fromPerson as takingFromPerson } from './chat/from-person.ts'
import { forumBringing } from './chat/forum/bringing.ts'
import { groupChat } from './chat/forum/group-chat.ts'
import { learningFates } from './chat/learning-fates.ts'
import { passingOn } from './chat/passing-on.ts'
import { remindingOfWaiting } from './chat/reminding.ts'
import { replying } from './chat/replying.ts'
import { scenes as openScenes } from './chat/scenes.ts'
import { steeringChat } from './chat/steering.ts'
import { openAnswersBegun } from './data/answers-begun.ts'
import { personsNamed } from './data/erasing.ts'
import { forumStore } from './data/forum-store.ts'
import { correspondencePersonalData } from './data/personal-data.ts'
import { handingOver } from './data/handing-over.ts'
import { letterMessages } from './data/letter-messages.ts'
import { letterStore } from './data/letter-store.ts'
import { threadStore } from './data/thread-store.ts'
import { readingWriters } from './data/writers.ts'
import { writingTo } from './chat/writing-to.ts'
import { askAboutGroup } from './chat/forum/ask-about-group.ts'
import { openTopic } from './chat/forum/open-topic.ts'
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
    writers: readingWriters(database, needs.activities.openWord),
  }
  const scenes = openScenes(room)
  const cards = letterCards({ ...room, scenes })
  const mayAnswer = answersIn(room)
  const whoAnswers = answerers(room)
  const forums = forumStore(database)
  const passing = passingOn({
    ...room,
    scenes,
    whoAnswers,
    bringToGroup: (letter, thread) => forum.bring(letter, thread),
  })
  const forum = forumBringing({ ...room, ...passing, forums, scenes, whoAnswers })
  const carrying = carryingAnswers({ ...room, scenes, cards, mayAnswer })
  const answering = openAnswering({ ...room, carrying, mayAnswer })
  const fromPerson = takingFromPerson({ ...room, passing, answersAtOnce: answeringAtOnce(room) })
  const desk = deskChat({ ...room, scenes, mayAnswer })
  const reply = replying({ ...room, answering, fromPerson })

  const writing = writingTo({ ...room, answering })

  const group = groupChat({ ...room, forums, carrying, lose: forum.lose })

  const chat = new Composer<Chat>()
  chat.use(
    answering.chat,
    writing.chat,
    askingChat({ ...room, fromPerson }),
    steeringChat({ ...room, mayAnswer, cards, carrying, passing }),
    editsChat({ ...room, cards, scenes }),
    desk.chat,
    group.chat,
  )

  const remind = remindingOfWaiting(room)

  const feature: Feature = {
    name: 'correspondence',
    chat,
    desk: desk.desk,
    personCard: writing.personCard,
    deskNumbers: desk.deskNumbers,
    takesOver: reply,
    takesGroup: group.takesGroup,
    openWhere: [room.begun.openWhere],
    showsAgain: answering.showsAgain,
    pauses: answering.pauses,
    learnsFates: learningFates({ ...room, ...forum, cards, forums }),
  }

  return {
    feature,
    /** What nothing else takes, after every other room has been asked. */
    last: { name: 'correspondence', takesLast: (written) => fromPerson.take(written) } satisfies Feature,
    watches: [carrying.albums, escalating({ ...room, passing, whoAnswers })],
    jobs: [openTopic({ ...room, ...forum, forums }), askAboutGroup({ ...room, forums, ask: group.ask })],
    /** How many wait, each morning. */
    remind: async () => {
      await forum.closeOver()
      return remind()
    },
    /** Of two persons who are one: what they have written and been answered is the other's. */
    handOver: handingOver(database),
    sweeps: [room.threads.sweep, room.letters.sweep, room.begun.sweep],
    personalData: correspondencePersonalData(needs.database, needs.clock, keys, needs.messenger),
    personsNamed,
  }
}
