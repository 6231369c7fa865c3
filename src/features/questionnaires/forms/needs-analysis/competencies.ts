import { none, offer, selectMultiple } from '../choices.ts'
import { say, section } from '../rows.ts'
import { scoredMultiple, scoredOne } from '../scoring.ts'

/** C: what people in the firm can do. */
export const competencies = section(
  'C_competencies',
  { label: say('C · Yetkinlikler', 'C · Competencies', 'C · Competencias', 'C · Compétences') },
  scoredOne(
    'C1',
    say(
      'Yurt dışındaki müşterilerle kim ilgileniyor?',
      'Who deals with foreign customers?',
      '¿Quién atiende a los clientes extranjeros?',
      'Qui s’occupe des clients étrangers ?',
    ),
    [
      offer('nobody', say('Hiç kimse', 'Nobody', 'Nadie', 'Personne'), { points: 0 }),
      offer(
        'owner',
        say(
          'Firma sahibi, kısmi zamanlı',
          'The owner, part time',
          'La dirección, a tiempo parcial',
          'La direction, à temps partiel',
        ),
        { points: 3 },
      ),
      offer('one', say('Bir kişi', 'One person', 'Una persona', 'Une personne'), { points: 7 }),
      offer('department', say('Bir bölüm', 'A department', 'Un departamento', 'Un service'), { points: 10 }),
    ],
  ),
  scoredMultiple(
    'C2',
    say(
      'Hangi dillerde iş görüşmesi yapabiliyorsunuz?',
      'In which languages can you negotiate?',
      '¿En qué idiomas puede negociar?',
      'Dans quelles langues pouvez-vous négocier ?',
    ),
    [
      offer('en', say('İngilizce', 'English', 'Inglés', 'Anglais'), { points: 6 }),
      offer('es', say('İspanyolca', 'Spanish', 'Español', 'Espagnol'), { points: 2 }),
      offer('fr', say('Fransızca', 'French', 'Francés', 'Français'), { points: 2 }),
      offer('de', say('Almanca', 'German', 'Alemán', 'Allemand'), { points: 2 }),
      offer('other', say('Başka bir dil', 'Another language', 'Otro idioma', 'Une autre langue'), {
        points: 1,
      }),
      none(say('Hiçbiri', 'None', 'Ninguno', 'Aucune'), { points: 0 }),
    ],
    {
      cells: {
        hint: say(
          'Türkçe dışındaki diller',
          'Languages other than Turkish',
          'Idiomas distintos del turco',
          'Langues autres que le turc',
        ),
      },
    },
  ),
  scoredOne(
    'C3',
    say(
      '48 saat içinde, Incoterms belirterek İngilizce teklif verebiliyor musunuz?',
      'Can you send an English quotation with Incoterms within 48 hours?',
      '¿Puede enviar una oferta en inglés, con Incoterms, en 48 horas?',
      'Pouvez-vous envoyer un devis en anglais, avec Incoterms, sous 48 heures ?',
    ),
    [
      offer('no', say('Hayır', 'No', 'No', 'Non'), { points: 0 }),
      offer(
        'with_help',
        say('Dışarıdan destekle', 'With outside help', 'Con ayuda externa', 'Avec une aide extérieure'),
        { points: 5 },
      ),
      offer('yes', say('Evet', 'Yes', 'Sí', 'Oui'), { points: 10 }),
    ],
  ),
  scoredOne(
    'C4',
    say(
      'Gümrük ve menşe belgelerini ne kadar biliyorsunuz?',
      'How well do you know customs and origin papers?',
      '¿Conoce los documentos aduaneros y de origen?',
      'Connaissez-vous les documents de douane et d’origine ?',
    ),
    [
      offer(
        'none',
        say('Bilmiyoruz', 'We do not know them', 'No los conocemos', 'Nous ne les connaissons pas'),
        {
          points: 0,
        },
      ),
      offer(
        'broker',
        say(
          'Müşavirimiz biliyor',
          'Our broker does it',
          'Lo lleva nuestro agente',
          'Notre transitaire s’en charge',
        ),
        { points: 5 },
      ),
      offer('own', say('Kendimiz biliyoruz', 'We know them', 'Los conocemos', 'Nous les maîtrisons'), {
        points: 10,
      }),
    ],
    {
      cells: {
        hint: say(
          'ATR, EUR.1, fatura beyanı',
          'ATR, EUR.1, invoice declaration',
          'ATR, EUR.1, declaración en factura',
          'ATR, EUR.1, déclaration sur facture',
        ),
      },
    },
  ),
  selectMultiple(
    'C5',
    say(
      'Hangi eğitimlere ihtiyaç duyuyorsunuz?',
      'Which trainings do you need?',
      '¿Qué formación necesita?',
      'De quelles formations avez-vous besoin ?',
    ),
    [
      offer(
        'export_process',
        say('İhracat süreci', 'Export process', 'Proceso de exportación', 'Processus d’exportation'),
      ),
      offer(
        'incoterms',
        say('Incoterms ve ödeme', 'Incoterms and payment', 'Incoterms y pagos', 'Incoterms et paiement'),
      ),
      offer('pricing', say('Fiyatlandırma', 'Pricing', 'Fijación de precios', 'Fixation des prix')),
      offer(
        'digital',
        say('Dijital pazarlama', 'Digital marketing', 'Marketing digital', 'Marketing numérique'),
      ),
      offer('fairs', say('Fuarlar', 'Trade fairs', 'Ferias', 'Salons professionnels')),
      offer(
        'procurement',
        say(
          'AB kamu alımları / TSI',
          'EU procurement / TSI',
          'Contratación UE / ETI',
          'Marchés publics UE / STI',
        ),
      ),
      offer(
        'negotiation',
        say(
          'İngilizce müzakere',
          'Negotiation in English',
          'Negociación en inglés',
          'Négociation en anglais',
        ),
      ),
      offer(
        'culture',
        say(
          'İş kültürü (İspanya/Fransa)',
          'Culture (Spain/France)',
          'Cultura (España/Francia)',
          'Culture (Espagne/France)',
        ),
      ),
      offer(
        'customs_union',
        say('Gümrük Birliği güncellemesi', 'Customs Union update', 'Unión Aduanera', 'Union douanière'),
      ),
    ],
    { most: 3 },
  ),
)
