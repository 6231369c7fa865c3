import { asCountry, type Country } from '../../../shared/countries.ts'
import {
  peopleErrors,
  readCluster,
  readCountry,
  readFirmName,
  readFreeText,
  readTaxNumber,
  readYesOrNo,
  type Firm,
  type People,
} from '../../people/index.ts'
import type { Answers, Application, FirmInTheMaking, StepName } from '../domain/application.ts'
import { activityErrors } from '../domain/errors.ts'
import { withoutAnswer } from '../domain/steps.ts'
import { refuseIdentityNumber, wordsOf, type FirmStep, type Raw } from './read-answer.ts'

/** What an answer changes in the draft; `changing` is the step that stays open. */
export interface Told {
  answers: Answers
  firmId?: number | null
  changing: StepName | null
}

export const isAboutFirm = (step: StepName): step is FirmStep => step.startsWith('firm')

/** The answers about the firm: found by searching, or a new one, which must not be a known one under another hand. */
export function answeringFirm({ people }: { people: People }) {
  async function answer(step: FirmStep, draft: Application, raw: Raw): Promise<Told> {
    if (raw.kind === 'contact') throw activityErrors.textExpected()
    if (step === 'firm')
      return draft.filledBy === null ? search(draft, raw) : chooseOwn(draft, raw, draft.filledBy)
    if (step === 'firmKnown') return answerKnown(draft, raw)
    const newFirm = { name: '', ...draft.answers.newFirm, ...detail(step, raw, draft.answers.newFirm) }
    return { answers: { ...draft.answers, newFirm: await compared(newFirm) }, changing: null }
  }

  /** Words look for a firm, a tap takes one that was found, `new` tells about one that is not there. */
  async function search(draft: Application, raw: Raw): Promise<Told> {
    if (raw.kind === 'text') {
      return { answers: { ...draft.answers, firmQuery: readFirmName(raw.text) }, changing: 'firm' }
    }
    if (wordsOf(raw) !== 'new') return taken(draft, Number(wordsOf(raw)))
    const name = draft.answers.firmQuery
    if (!name) throw peopleErrors.firmNameShort()
    return {
      answers: { ...withoutAnswer('firm', draft.answers), newFirm: { name } },
      firmId: null,
      changing: null,
    }
  }

  /** Who fills in for a colleague speaks for a firm of their own; the colleague joins it by the link. */
  async function chooseOwn(draft: Application, raw: Raw, filledBy: number): Promise<Told> {
    if (raw.kind !== 'choice') throw activityErrors.chooseOne()
    const firmId = Number(raw.value)
    const own = await people.members.membershipsOf(filledBy)
    const isTheirs = own.some(({ firm, state }) => firm.id === firmId && state === 'member')
    if (!isTheirs && (await known(firmId))) throw activityErrors.chooseOne()
    return taken(draft, firmId)
  }

  async function taken(draft: Application, firmId: number): Promise<Told> {
    if (!Number.isSafeInteger(firmId)) throw activityErrors.answered()
    const firm = await known(firmId)
    // Two firms may have become one since the list was shown: it is shown as it is now.
    if (!firm) return { answers: draft.answers, changing: 'firm' }
    return { answers: withoutAnswer('firm', draft.answers), firmId: firm.id, changing: null }
  }

  const known = async (firmId: number): Promise<Firm | undefined> =>
    Number.isSafeInteger(firmId) ? people.firms.read(firmId) : undefined

  /** "Is it this one?" Another one may have the same name, but never the same tax number. */
  async function answerKnown(draft: Application, raw: Raw): Promise<Told> {
    const { newFirm } = draft.answers
    if (!newFirm?.perhaps) throw activityErrors.answered()
    const { perhaps, ...told } = newFirm
    if (readYesOrNo(wordsOf(raw))) return taken(draft, perhaps.firmId)
    const { taxNumber: _tax, ...withoutTax } = told
    const others =
      perhaps.because === 'tax'
        ? withoutTax
        : await compared({ ...told, differsFrom: [...(told.differsFrom ?? []), perhaps.firmId] })
    return { answers: { ...draft.answers, newFirm: others }, changing: null }
  }

  async function compared({ perhaps: _perhaps, ...firm }: FirmInTheMaking): Promise<FirmInTheMaking> {
    if (!firm.country) return firm
    const same = await people.firms.same({
      ...firm,
      country: firm.country,
      taxNumber: firm.taxNumber ?? null,
    })
    const [like] = same.filter(
      ({ firmId, because }) => because === 'tax' || !firm.differsFrom?.includes(firmId),
    )
    return like ? { ...firm, perhaps: like } : firm
  }

  /**
   * A new firm is one from the moment its first application is handed in; whoever told about it is its first member.
   * Somebody may have been faster with the same one: then it is asked about first. `undefined`: nothing to settle.
   */
  async function settle({ firmId, personId, answers }: Application): Promise<Told | undefined> {
    const told = answers.newFirm
    if (firmId !== null || !told?.country) return undefined
    const { name, country, city = null, cluster = null, taxNumber = null } = told
    await people.firms.lockName({ name, country })
    const newFirm = await compared(told)
    const made = newFirm.perhaps
      ? undefined
      : await people.firms.createUnlessKnown({
          name,
          country,
          city,
          cluster: readCluster(cluster ?? 'none'),
          taxNumber,
        })
    if (made === undefined) return { answers: { ...answers, newFirm: await compared(told) }, changing: null }
    await people.members.setMember(made, personId, 'member', personId)
    return { answers: withoutAnswer('firm', answers), firmId: made, changing: null }
  }

  async function countryOf({ firmId, answers }: Application): Promise<Country | undefined> {
    const firm = firmId === null ? undefined : await people.firms.read(firmId)
    return asCountry(firm?.country ?? answers.newFirm?.country ?? '')
  }

  return { answer, settle, countryOf }
}

/** A number is read as those of its country are: in another country it is asked for again. */
function detail(
  step: Exclude<FirmStep, 'firm' | 'firmKnown'>,
  raw: Raw,
  known: FirmInTheMaking | undefined,
): Partial<FirmInTheMaking> {
  if (raw.kind === 'text' && step !== 'firmTax') refuseIdentityNumber(raw.text)
  switch (step) {
    case 'firmCountry': {
      const country = readCountry(wordsOf(raw))
      return { country, ...(known?.country === country ? {} : { taxNumber: undefined }) }
    }
    case 'firmName': {
      const name = readFirmName(raw.kind === 'choice' ? (known?.name ?? '') : wordsOf(raw))
      return { name, isNamed: true }
    }
    case 'firmCity':
      return { city: readFreeText(wordsOf(raw), { max: 60 }) }
    case 'firmCluster':
      return { cluster: readCluster(wordsOf(raw)) }
    case 'firmTax':
      return { taxNumber: raw.kind === 'skip' ? null : taxNumber(wordsOf(raw), known?.country ?? null) }
  }
}

function taxNumber(text: string, country: string | null): string {
  const reading = readTaxNumber(text, country)
  switch (reading.kind) {
    case 'read':
      return reading.value
    case 'identityNumber':
      throw peopleErrors.taxIdentity()
    case 'wrongLength':
      throw peopleErrors.taxLength()
    case 'wrongCheckDigit':
      throw peopleErrors.taxCheckDigit()
  }
}
