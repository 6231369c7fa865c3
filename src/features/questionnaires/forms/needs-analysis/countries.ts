import { offer } from '../choices.ts'
import { say, type FormRow } from '../rows.ts'

/** Where Turkish firms of the two clusters sell most; any other country is typed. */
export const countries: readonly FormRow[] = [
  offer('de', say('Almanya', 'Germany', 'Alemania', 'Allemagne')),
  offer('fr', say('Fransa', 'France', 'Francia', 'France')),
  offer('es', say('İspanya', 'Spain', 'España', 'Espagne')),
  offer('it', say('İtalya', 'Italy', 'Italia', 'Italie')),
  offer('gb', say('Birleşik Krallık', 'United Kingdom', 'Reino Unido', 'Royaume-Uni')),
  offer('nl', say('Hollanda', 'Netherlands', 'Países Bajos', 'Pays-Bas')),
  offer('be', say('Belçika', 'Belgium', 'Bélgica', 'Belgique')),
  offer('ch', say('İsviçre', 'Switzerland', 'Suiza', 'Suisse')),
  offer('at', say('Avusturya', 'Austria', 'Austria', 'Autriche')),
  offer('pl', say('Polonya', 'Poland', 'Polonia', 'Pologne')),
  offer('cz', say('Çekya', 'Czechia', 'Chequia', 'Tchéquie')),
  offer('ro', say('Romanya', 'Romania', 'Rumanía', 'Roumanie')),
  offer('bg', say('Bulgaristan', 'Bulgaria', 'Bulgaria', 'Bulgarie')),
  offer('rs', say('Sırbistan', 'Serbia', 'Serbia', 'Serbie')),
  offer('ua', say('Ukrayna', 'Ukraine', 'Ucrania', 'Ukraine')),
  offer('ru', say('Rusya', 'Russia', 'Rusia', 'Russie')),
  offer('az', say('Azerbaycan', 'Azerbaijan', 'Azerbaiyán', 'Azerbaïdjan')),
  offer('ge', say('Gürcistan', 'Georgia', 'Georgia', 'Géorgie')),
  offer('kz', say('Kazakistan', 'Kazakhstan', 'Kazajistán', 'Kazakhstan')),
  offer('uz', say('Özbekistan', 'Uzbekistan', 'Uzbekistán', 'Ouzbékistan')),
  offer('iq', say('Irak', 'Iraq', 'Irak', 'Irak')),
  offer('ir', say('İran', 'Iran', 'Irán', 'Iran')),
  offer('sa', say('Suudi Arabistan', 'Saudi Arabia', 'Arabia Saudí', 'Arabie saoudite')),
  offer(
    'ae',
    say('Birleşik Arap Emirlikleri', 'United Arab Emirates', 'Emiratos Árabes Unidos', 'Émirats arabes unis'),
  ),
  offer('eg', say('Mısır', 'Egypt', 'Egipto', 'Égypte')),
  offer('dz', say('Cezayir', 'Algeria', 'Argelia', 'Algérie')),
  offer('ma', say('Fas', 'Morocco', 'Marruecos', 'Maroc')),
  offer('in', say('Hindistan', 'India', 'India', 'Inde')),
  offer('cn', say('Çin', 'China', 'China', 'Chine')),
  offer('us', say('ABD', 'USA', 'EE. UU.', 'États-Unis')),
]
