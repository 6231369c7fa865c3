import { calculate, note, rows, say, section, together, type FormPart, type InEachLanguage } from '../rows.ts'

const band = (name: string, label: InEachLanguage): FormPart =>
  note(`band_${name}`, label, `\${band} = '${name}'`)

/** Whatever the total says: what is missing is told as advice and excludes nobody. */
const flag = (name: string, condition: string, label: InEachLanguage): FormPart =>
  together(
    calculate(`flag_${name}`, `if(${condition}, 1, 0)`),
    note(`advice_${name}`, label, `\${flag_${name}} = 1`),
  )

const bands = together(
  band(
    'not_yet',
    say(
      '📊 İhracata hazırlık: 100 üzerinden ${score_total}. Düzey: Hazırlık. Önce temel eğitimlerle başlamanızı öneririz.',
      '📊 Export readiness: ${score_total} of 100. Level: not yet. We suggest that you begin with the basic trainings.',
      '📊 Preparación para exportar: ${score_total} de 100. Nivel: preparación. Le proponemos empezar por la formación básica.',
      '📊 Aptitude à l’export : ${score_total} sur 100. Niveau : préparation. Nous vous conseillons de commencer par les formations de base.',
    ),
  ),
  band(
    'entry',
    say(
      '📊 İhracata hazırlık: 100 üzerinden ${score_total}. Düzey: Başlangıç. Eğitim ve danışmanlıkla ilk adımlar atılabilir.',
      '📊 Export readiness: ${score_total} of 100. Level: entry. With trainings and consultancy you can take the first steps.',
      '📊 Preparación para exportar: ${score_total} de 100. Nivel: inicial. Con formación y asesoramiento puede dar los primeros pasos.',
      '📊 Aptitude à l’export : ${score_total} sur 100. Niveau : débutant. Des formations et du conseil permettent les premiers pas.',
    ),
  ),
  band(
    'gaps',
    say(
      '📊 İhracata hazırlık: 100 üzerinden ${score_total}. Düzey: Gelişen. Birkaç eksik giderildiğinde ihracata hazırsınız.',
      '📊 Export readiness: ${score_total} of 100. Level: ready with gaps. A few gaps remain to be closed.',
      '📊 Preparación para exportar: ${score_total} de 100. Nivel: en desarrollo. Quedan pocos puntos por mejorar.',
      '📊 Aptitude à l’export : ${score_total} sur 100. Niveau : en progression. Il reste quelques points à combler.',
    ),
  ),
  band(
    'ready',
    say(
      '📊 İhracata hazırlık: 100 üzerinden ${score_total}. Düzey: İhracata hazır.',
      '📊 Export readiness: ${score_total} of 100. Level: export-ready.',
      '📊 Preparación para exportar: ${score_total} de 100. Nivel: en condiciones de exportar.',
      '📊 Aptitude à l’export : ${score_total} sur 100. Niveau : en mesure d’exporter.',
    ),
  ),
)

const flags = together(
  flag(
    'languages',
    "selected(${C2}, 'none')",
    say(
      '💡 Yabancı dil: İş görüşmeleri için bir tercüman ya da dil bilen bir çalışan gerekir; İngilizce müzakere eğitimimize katılabilirsiniz.',
      '💡 Languages: meetings need an interpreter or somebody who speaks the language; our training in English negotiation may help.',
      '💡 Idiomas: para las reuniones hace falta intérprete o alguien que hable el idioma; le puede ayudar nuestra formación en negociación en inglés.',
      '💡 Langues : les rendez-vous demandent un interprète ou une personne qui parle la langue ; notre formation à la négociation en anglais peut vous aider.',
    ),
  ),
  flag(
    'certificates',
    "selected(${D1}, 'none')",
    say(
      '💡 Belgeler: Alıcıların çoğu önce ISO 9001 belgesini sorar; belgelendirme danışmanlığımızdan yararlanabilirsiniz.',
      '💡 Certificates: most buyers ask for ISO 9001 first; our consultancy on certification can help.',
      '💡 Certificados: la mayoría de los compradores pide primero la ISO 9001; nuestro asesoramiento en certificación puede ayudarle.',
      '💡 Certificats : la plupart des acheteurs demandent d’abord l’ISO 9001 ; notre conseil en certification peut vous aider.',
    ),
  ),
  flag(
    'capacity',
    '${E1} > 95',
    say(
      '💡 Kapasite: Neredeyse tam dolusunuz; yeni siparişten önce kapasite ya da küme içinde iş birliği planlamanızı öneririz.',
      '💡 Capacity: you are almost full; before new orders, plan for more capacity or for work shared within the cluster.',
      '💡 Capacidad: está casi al completo; antes de nuevos pedidos, conviene prever más capacidad o colaborar dentro del clúster.',
      '💡 Capacité : elle est presque saturée ; avant de nouvelles commandes, prévoyez de l’augmenter ou de coopérer au sein du cluster.',
    ),
  ),
  flag(
    'finance',
    "${E3} = 'could_not'",
    say(
      '💡 Finansman: Büyük siparişler için Eximbank ve banka seçeneklerini birlikte inceleyebiliriz.',
      '💡 Finance: we can look at Eximbank and bank options for big orders together with you.',
      '💡 Financiación: podemos ver con usted las opciones de Eximbank y de los bancos para grandes pedidos.',
      '💡 Financement : nous pouvons examiner avec vous les solutions d’Eximbank et des banques pour les grosses commandes.',
    ),
  ),
  flag(
    'people',
    "${C1} = 'nobody'",
    say(
      '💡 Sorumlu kişi: Yurt dışındaki müşterilerle ilgilenecek, belli bir kişi belirlemenizi öneririz.',
      '💡 Responsible person: we suggest that you name somebody who deals with customers abroad.',
      '💡 Persona responsable: le proponemos designar a alguien que atienda a los clientes en el extranjero.',
      '💡 Personne responsable : nous vous conseillons de désigner quelqu’un pour les clients à l’étranger.',
    ),
  ),
)

/** What the answers come to, to be read: the band, advice, and a hint for exporters. It has no heading of its own. */
export const result = section(
  'result',
  {},
  bands,
  flags,
  rows({
    type: 'hidden',
    name: 'firm_country',
    label: say('Firmanın ülkesi', 'Country of the firm', 'País de la empresa', 'Pays de l’entreprise'),
    heyet_profile: 'firm.country',
  }),
  note(
    'hint_green_passport',
    say(
      '🛂 İhracat ortalamanız, firmanızdan kişilere hususi (yeşil) pasaport hakkı doğurabilir; lütfen ihracatçı birliğinize danışınız.',
      '🛂 Your exports may entitle people of your firm to special (green) Turkish passports; please ask your exporters’ association.',
      '🛂 Sus exportaciones pueden dar derecho al pasaporte especial (verde) turco; consulte a su asociación de exportadores.',
      '🛂 Vos exportations peuvent ouvrir droit au passeport spécial (vert) turc ; renseignez-vous auprès de votre association d’exportateurs.',
    ),
    "${B6} != '' and ${B6} != 'below_0_5m' and ${B6} != 'cannot_say' and (${firm_country} = 'TR' or ${firm_country} = '')",
  ),
)
