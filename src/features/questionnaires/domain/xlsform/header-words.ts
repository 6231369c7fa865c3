/** What the words of a header may be and what each means; all in small letters with `_` for spaces. */
export interface HeaderWords {
  /** By the words a header begins with: `bind::relevant` is `bind/relevant`. */
  readonly keys: Readonly<Record<string, string>>
  /** Keys that may be given per language. */
  readonly inLanguages: ReadonlySet<string>
}

const media = { image: 'image', 'big-image': 'big-image', audio: 'audio', video: 'video' }
const inMedia = Object.fromEntries(Object.keys(media).map((kind) => [`media/${kind}`, kind]))

/** The columns of the sheet `survey`, with every name that XLSForm has had for them. */
export const surveyWords: HeaderWords = {
  keys: {
    type: 'type',
    command: 'type',
    name: 'name',
    value: 'name',
    tag: 'name',
    label: 'label',
    caption: 'label',
    hint: 'hint',
    guidance_hint: 'guidance_hint',
    required: 'required',
    'bind/required': 'required',
    required_message: 'required_message',
    requiredmsg: 'required_message',
    'bind/jr:requiredmsg': 'required_message',
    relevant: 'relevant',
    relevance: 'relevant',
    'bind/relevant': 'relevant',
    constraint: 'constraint',
    'bind/constraint': 'constraint',
    constraint_message: 'constraint_message',
    constraining_message: 'constraint_message',
    'bind/jr:constraintmsg': 'constraint_message',
    calculation: 'calculation',
    calculate: 'calculation',
    'bind/calculate': 'calculation',
    readonly: 'readonly',
    read_only: 'readonly',
    'bind/readonly': 'readonly',
    default: 'default',
    choice_filter: 'choice_filter',
    parameters: 'parameters',
    appearance: 'appearance',
    'control/appearance': 'appearance',
    'body/appearance': 'appearance',
    repeat_count: 'repeat_count',
    count: 'repeat_count',
    'jr:count': 'repeat_count',
    'control/jr:count': 'repeat_count',
    'body/jr:count': 'repeat_count',
    trigger: 'trigger',
    disabled: 'disabled',
    save_to: 'save_to',
    'bind/entities:saveto': 'save_to',
    heyet_profile: 'heyet_profile',
    ...media,
    ...inMedia,
  },
  inLanguages: new Set([
    'label',
    'hint',
    'guidance_hint',
    'required_message',
    'constraint_message',
    ...Object.keys(media),
  ]),
}

/** The columns of the sheet `choices`; any other is one of hers, for filters. */
export const choiceWords: HeaderWords = {
  keys: {
    list_name: 'list_name',
    name: 'name',
    value: 'name',
    label: 'label',
    caption: 'label',
    ...media,
    ...inMedia,
  },
  inLanguages: new Set(['label', ...Object.keys(media)]),
}

/** The columns of the sheet `settings`, and those that Heyet adds. */
export const settingWords: HeaderWords = {
  keys: {
    form_title: 'title',
    set_form_title: 'title',
    title: 'title',
    form_id: 'form_id',
    set_form_id: 'form_id',
    id_string: 'id_string',
    version: 'version',
    default_language: 'default_language',
    instance_name: 'instance_name',
    allow_choice_duplicates: 'allow_choice_duplicates',
    clean_text_values: 'clean_text_values',
    public_key: 'public_key',
    style: 'style',
    name: 'root_name',
    heyet_purpose: 'heyet_purpose',
    heyet_scope: 'heyet_scope',
    heyet_anonymous: 'heyet_anonymous',
    heyet_opens_at: 'heyet_opens_at',
    heyet_closes_at: 'heyet_closes_at',
  },
  inLanguages: new Set(['title']),
}
