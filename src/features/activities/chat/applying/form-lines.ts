import type { Words } from '../../../../platform/texts/words.ts'
import { mayHaveForm, type Activity } from '../../domain/activity.ts'
import type { Application } from '../../domain/application.ts'
import type { ApplicationForms, FormShown } from './application-forms.ts'

/** What was handed in with an application in the form of its activity, beside the answers of the core. */
export async function formLinesOf(
  forms: ApplicationForms,
  words: Words,
  application: Pick<Application, 'id'>,
  activity: Activity,
): Promise<{ formShown?: FormShown }> {
  const shown = mayHaveForm(activity) ? await forms.shown(application.id) : undefined
  return shown ? { formShown: shown(words) } : {}
}
