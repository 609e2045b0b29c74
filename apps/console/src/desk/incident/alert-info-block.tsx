/** What an alert says in one language, with its areas and resources. */
import { useEffect } from 'react';
import { useTranslation } from '../../language/use-translation.js';
import type { AlertInfo } from '#domain/alert/alert.js';
import { useWord } from '../../parts/use-word.js';
import { Field } from './field.js';
import styles from './drawer.module.css';

/** CAP 1.2, 3.2.2. */
const DEFAULT_LANGUAGE = 'en-US';

export function AlertInfoBlock({ info }: { readonly info: AlertInfo }) {
  const { t, i18n } = useTranslation('desk');
  const word = useWord();
  const language = info.language ?? DEFAULT_LANGUAGE;
  const pairs = (all: AlertInfo['parameter']) =>
    all?.map(({ valueName, value }) => `${valueName}: ${value}`).join('; ');
  useFontOf(language);
  return (
    <section className={styles['info']} data-own={language.startsWith(i18n.language) || undefined}>
      <h4 lang={language} dir="auto">
        <bdi>{info.headline ?? info.event}</bdi> <span className={styles['language']}>{language}</span>
      </h4>
      <div lang={language} dir="auto">
        {info.description !== undefined && <p>{info.description}</p>}
        {info.instruction !== undefined && (
          <p>
            <b>{info.instruction}</b>
          </p>
        )}
      </div>
      <dl className={styles['fields']}>
        <Field name={t('alerts.event')} value={info.event} lang={language} />
        <Field name={t('alerts.category')} value={info.category.map((one) => word('category', one)).join(', ')} />
        <Field
          name={t('alerts.grades')}
          value={`${word('severity', info.severity)} · ${word('urgency', info.urgency)} · ${word('certainty', info.certainty)}`}
        />
        <Field
          name={t('alerts.response')}
          value={info.responseType?.map((one) => word('responseType', one)).join(', ')}
        />
        <Field name={t('alerts.senderName')} value={info.senderName} lang={language} />
        <Field name={t('alerts.audience')} value={info.audience} lang={language} />
        <Field name={t('alerts.onset')} value={info.onset} />
        <Field name={t('alerts.expires')} value={info.expires} />
        <Field name={t('alerts.contact')} value={info.contact} lang={language} />
        <Field name={t('alerts.web')} value={info.web} />
        <Field name={t('alerts.parameters')} value={pairs(info.parameter)} />
        {info.area?.map((area, index) => (
          <Field
            key={index}
            name={t('alerts.area')}
            value={[area.areaDesc, ...(area.circle ?? []), ...(area.polygon ?? []), pairs(area.geocode)]
              .filter(Boolean)
              .join(' · ')}
          />
        ))}
        {info.resource?.map((resource, index) => (
          <Field
            key={index}
            name={t('alerts.resource')}
            value={[resource.resourceDesc, resource.mimeType, resource.uri].filter(Boolean).join(' · ')}
          />
        ))}
      </dl>
    </section>
  );
}

/** The page has the fonts of its own language only. */
function useFontOf(language: string): void {
  useEffect(() => {
    if (language.startsWith('zh')) void import('@fontsource-variable/noto-sans-sc/wght.css');
  }, [language]);
}
