import { cleanParagraphs, lengthOf } from '../../../../shared/clean-text.ts'
import { type People } from '../../../people/index.ts'
import { mustRun } from '../must-run.ts'
import type { ActivityStore } from '../../data/activity-store.ts'
import type { ApplicationStore } from '../../data/application-store.ts'
import type { NoteStore, PersonNote } from '../../data/person/note-store.ts'
import { activityErrors } from '../../domain/errors.ts'
import type { OpenedPerson, OpenPerson } from './open-person.ts'

export interface NotePersonNeeds {
  activities: Pick<ActivityStore, 'read'>
  applications: Pick<ApplicationStore, 'everyOneOf'>
  people: Pick<People, 'audit' | 'roles'>
  notes: NoteStore
  open: OpenPerson
}

/** Somebody with what is noted of them. */
export interface Noted extends OpenedPerson {
  notes: PersonNote[]
}

export type NotePerson = ReturnType<typeof notePerson>

/** Letters of one note. */
export const mostNoteLetters = 500
/** Notes of one person in one activity. */
const mostNotes = 20

/** What coordinators of an activity note of somebody, for each other. */
export function notePerson({ activities, applications, people, notes, open }: NotePersonNeeds) {
  async function look(applicationId: number, byPersonId: number | null): Promise<Noted> {
    const opened = await open(applicationId, byPersonId)
    return { ...opened, notes: await notes.of(opened.activity.id, opened.application.personId) }
  }

  /** A note and the application from which its card is reached, for whoever runs the activity. */
  async function theirs(noteId: number, byPersonId: number | null) {
    const note = await notes.read(noteId)
    const activity = note && (await activities.read(note.activityId))
    if (!activity) throw activityErrors.noteGone()
    await mustRun(people, activity, byPersonId, 'openDesk')
    const all = await applications.everyOneOf(note.personId)
    const last = all.filter(({ activityId }) => activityId === note.activityId).at(-1)
    if (!last) throw activityErrors.unknown()
    return { note, applicationId: last.id }
  }

  async function noteAudit(
    byPersonId: number,
    { activityId, personId }: Pick<PersonNote, 'activityId' | 'personId'>,
  ) {
    await people.audit.note({
      ...{ byPersonId, act: 'changed', what: 'note', activityId, aboutPersonIds: [personId] },
    })
  }

  return {
    look,
    theirs,

    async add(applicationId: number, byPersonId: number, typed: string): Promise<Noted> {
      const opened = await look(applicationId, byPersonId)
      const text = cleanParagraphs(typed)
      const length = lengthOf(text)
      if (length === 0 || length > mostNoteLetters) throw activityErrors.noteLength(mostNoteLetters)
      if (opened.notes.length >= mostNotes) throw activityErrors.tooManyNotes(mostNotes)
      const about = { activityId: opened.activity.id, personId: opened.application.personId }
      await notes.add({ ...about, authorId: byPersonId, text })
      await noteAudit(byPersonId, about)
      return look(applicationId, byPersonId)
    },

    async remove(noteId: number, byPersonId: number): Promise<Noted> {
      const { note, applicationId } = await theirs(noteId, byPersonId)
      if (!(await notes.remove(noteId))) throw activityErrors.noteGone()
      await noteAudit(byPersonId, note)
      return look(applicationId, byPersonId)
    },
  }
}
