import { question, yesNo } from './books.ts'
import { type Case, asked, select, withChoices } from './issue-case.ts'

/** What is only doubtful. */
export const warningCases: readonly Case[] = [
  { sentence: 'W_META_EMPTY', at: 'survey 3A "deviceid"', survey: [asked, { type: 'deviceid', name: 'id' }] },
  { sentence: 'W_TYPE_DEGRADED', at: 'survey 2A "barcode"', survey: [question({ type: 'barcode' })] },
  {
    sentence: 'W_COLUMN_IGNORED',
    at: 'survey 1 "remarks, bind::odk:x"',
    survey: [question({ remarks: 'x', 'bind::odk:x': '1' })],
  },
  { sentence: 'W_ROW_IGNORED', at: 'survey 3 ""', survey: [asked, { hint: 'to do' }] },
  { sentence: 'W_MEDIA_MISSING', at: 'survey 2D "map.png"', survey: [question({ image: 'map.png' })] },
  {
    sentence: 'W_TRANSLATION_MISSING',
    at: 'survey 3D "English (en)"',
    survey: [
      { type: 'text', name: 'a', 'label::Türkçe (tr)': 'A', 'label::English (en)': 'A' },
      { type: 'text', name: 'b', 'label::Türkçe (tr)': 'B' },
    ],
  },
  {
    sentence: 'W_TRANSLATION_MISSING',
    at: 'settings 2B "English (en)"',
    survey: [{ type: 'text', name: 'a', 'label::Türkçe (tr)': 'A', 'label::English (en)': 'A' }],
    other: { settings: [{ form_id: 'test', 'form_title::Türkçe (tr)': 'Deneme' }] },
  },
  {
    sentence: 'W_TRANSLATION_MISSING',
    at: 'choices 3D "English (en)"',
    survey: [{ type: 'select_one yn', name: 'a', 'label::Türkçe (tr)': 'A', 'label::English (en)': 'A' }],
    other: {
      choices: [
        { list_name: 'yn', name: 'y', 'label::Türkçe (tr)': 'Evet', 'label::English (en)': 'Yes' },
        { list_name: 'yn', name: 'n', 'label::Türkçe (tr)': 'Hayır' },
      ],
    },
  },
  {
    sentence: 'W_TRANSLATION_MISSING',
    at: 'choices 2C "English (en)"',
    survey: [{ type: 'select_one yn', name: 'a', 'label::Türkçe (tr)': 'A', 'label::English (en)': 'A' }],
    other: { choices: [{ list_name: 'yn', name: 'y', 'label::Türkçe (tr)': 'Evet' }] },
  },
  {
    sentence: 'W_LANGUAGE_TAG_MISSING',
    at: 'survey  "Swahili"',
    survey: [{ type: 'text', name: 'a', 'label::Swahili': 'A' }],
  },
  {
    sentence: 'W_WORD_BLANK',
    at: 'survey 3D "null"',
    survey: [asked, question({ name: 'x', calculation: 'if(true(), null, 1)' })],
  },
  {
    sentence: 'W_CHOICE_LABEL_MISSING',
    at: 'choices 4C "maybe"',
    survey: [select],
    other: { choices: [...yesNo, { list_name: 'yes_no', name: 'maybe' }] },
  },
  {
    sentence: 'W_DEFAULT_IGNORED',
    at: 'survey 2D "perhaps"',
    survey: [{ ...select, default: 'perhaps' }],
    other: withChoices,
  },
  {
    sentence: 'W_GROUP_UNREACHABLE',
    at: 'survey 2D "inputs"',
    survey: [
      { type: 'begin group', name: 'inputs', label: 'In', relevant: "./source = 'user'" },
      question({ name: 'source' }),
      { type: 'end group' },
      asked,
    ],
  },
  {
    sentence: 'W_SEARCH_IGNORED',
    at: `survey 2D "search('cities')"`,
    survey: [{ ...select, appearance: "search('cities')" }],
    other: withChoices,
  },
  {
    sentence: 'W_READONLY_IGNORED',
    at: 'survey 3D "${city} = 1"',
    survey: [asked, question({ name: 'x', readonly: '${city} = 1' })],
  },
  {
    sentence: 'W_FORM_ID_MISSING',
    at: 'settings  ""',
    survey: [asked],
    other: { settings: [{ form_title: 'Test' }] },
  },
]
