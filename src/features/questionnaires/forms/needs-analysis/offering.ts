import { none, offer } from '../choices.ts'
import { same, say, section } from '../rows.ts'
import { scoredMultiple, scoredOne } from '../scoring.ts'

const noneOfThese = none(say('Hiçbiri', 'None', 'Ninguno', 'Aucun'), { points: 0 })

/** Whom the two questions about approvals are for: they leave the maximum where they are not asked. */
export const isRail = "${A1} = 'rail' or ${A1} = 'both'"
export const isAviation = "${A1} = 'aviation' or ${A1} = 'both'"

/** D: what the firm offers, and how it proves its quality. */
export const offering = section(
  'D_offering',
  {
    label: say(
      'D · Ürün ve kalite',
      'D · Offering and quality',
      'D · Oferta y calidad',
      'D · Offre et qualité',
    ),
  },
  scoredMultiple(
    'D1',
    say(
      'Hangi yönetim sistemi belgeleriniz var?',
      'Which management-system certificates do you have?',
      '¿Qué certificados de sistemas de gestión tiene?',
      'Quels certificats de systèmes de management avez-vous ?',
    ),
    [
      offer('iso_9001', same('ISO 9001'), { points: 5 }),
      offer('iso_14001', same('ISO 14001'), { points: 2 }),
      offer('iso_45001', same('ISO 45001'), { points: 2 }),
      offer('iso_27001', same('ISO 27001'), { points: 1 }),
      noneOfThese,
    ],
  ),
  scoredMultiple(
    'D2',
    say(
      'Raylı sistemlere özgü hangi belgeleriniz var?',
      'Which rail-specific approvals do you have?',
      '¿Qué homologaciones ferroviarias tiene?',
      'Quelles homologations ferroviaires avez-vous ?',
    ),
    [
      offer('iris', same('ISO/TS 22163 (IRIS)'), { points: 5 }),
      offer(
        'en_15085',
        say('EN 15085 kaynak', 'EN 15085 welding', 'EN 15085 soldadura', 'EN 15085 soudage'),
        { points: 3 },
      ),
      offer(
        'en_45545',
        say(
          'EN 45545 yangın testleri',
          'EN 45545 fire tests',
          'EN 45545 ensayos de fuego',
          'EN 45545 essais au feu',
        ),
        { points: 2 },
      ),
      offer(
        'tsi',
        say(
          'TSI / değerlendirme dosyası',
          'TSI / assessment file',
          'ETI / expediente de evaluación',
          'STI / dossier d’évaluation',
        ),
        { points: 2 },
      ),
      noneOfThese,
    ],
    { cells: { relevant: isRail } },
  ),
  scoredMultiple(
    'D3',
    say(
      'Havacılığa özgü hangi belgeleriniz var?',
      'Which aviation-specific approvals do you have?',
      '¿Qué homologaciones aeronáuticas tiene?',
      'Quelles homologations aéronautiques avez-vous ?',
    ),
    [
      offer('as_9100', same('EN/AS 9100'), { points: 5 }),
      offer('nadcap', same('NADCAP'), { points: 3 }),
      offer('easa', same('EASA Part 21 / 145'), { points: 3 }),
      offer('aqap', same('AQAP'), { points: 2 }),
      noneOfThese,
    ],
    { cells: { relevant: isAviation } },
  ),
  scoredOne(
    'D4',
    say(
      'Tasarıma katkınız nedir?',
      'What do you contribute to design?',
      '¿Qué aporta al diseño?',
      'Quelle est votre contribution à la conception ?',
    ),
    [
      offer(
        'build_to_print',
        say(
          'Müşterinin çizimine göre üretim',
          'We build to print',
          'Fabricamos según plano',
          'Fabrication sur plan',
        ),
        { points: 3 },
      ),
      offer('co_design', say('Birlikte tasarım', 'Co-design', 'Diseño conjunto', 'Conception partagée'), {
        points: 6,
      }),
      offer('own_product', say('Kendi ürünümüz', 'Our own product', 'Producto propio', 'Produit propre'), {
        points: 10,
      }),
    ],
  ),
  scoredOne(
    'D5',
    say(
      'İngilizce teknik dokümanlarınız var mı?',
      'Do you have technical documents in English?',
      '¿Tiene documentación técnica en inglés?',
      'Avez-vous une documentation technique en anglais ?',
    ),
    [
      offer('none', say('Yok', 'None', 'No', 'Non'), { points: 0 }),
      offer('some', say('Bir kısmı', 'Some', 'En parte', 'En partie'), { points: 5 }),
      offer('complete', say('Eksiksiz', 'Complete', 'Completa', 'Complète'), { points: 10 }),
    ],
    {
      cells: {
        hint: say(
          'Ürün bilgi föyü, teknik resim, FAI/PPAP',
          'Datasheet, drawing, FAI/PPAP',
          'Ficha técnica, planos, FAI/PPAP',
          'Fiche technique, plans, FAI/PPAP',
        ),
      },
    },
  ),
  scoredOne(
    'D6',
    say(
      'Şimdiye kadarki en güçlü referansınız hangisi?',
      'What is your best reference so far?',
      '¿Cuál es su mejor referencia hasta ahora?',
      'Quelle est votre meilleure référence à ce jour ?',
    ),
    [
      offer('none', say('Yok', 'None', 'Ninguna', 'Aucune'), { points: 0 }),
      offer(
        'domestic_tier',
        say(
          'Yurt içi alt tedarikçi',
          'Domestic tier supplier',
          'Proveedor nacional',
          'Équipementier national',
        ),
        { points: 4 },
      ),
      offer(
        'domestic_oem',
        say(
          'Yurt içi ana üretici / işletmeci',
          'Domestic OEM / operator',
          'Fabricante u operador nacional',
          'Constructeur/exploitant national',
        ),
        { points: 7 },
      ),
      offer(
        'foreign_oem',
        say(
          'Yurt dışı ana üretici / Tier 1',
          'Foreign OEM / tier 1',
          'Fabricante o Tier 1 extranjero',
          'Constructeur ou rang 1 étranger',
        ),
        { points: 10 },
      ),
    ],
    {
      cells: {
        hint: say(
          'Yurt içi ana üretici ve işletmecilere örnek: TÜRASAŞ, TUSAŞ, TEI, TCDD',
          'Domestic OEMs and operators are for example TÜRASAŞ, TUSAŞ, TEI and TCDD',
          'Fabricantes y operadores nacionales son, por ejemplo, TÜRASAŞ, TUSAŞ, TEI y TCDD',
          'Constructeurs et exploitants nationaux : par exemple TÜRASAŞ, TUSAŞ, TEI et TCDD',
        ),
      },
    },
  ),
)
