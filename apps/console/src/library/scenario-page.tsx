/** A scenario before an exercise is opened from it: who, where, what happens when, and what is expected. */
import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from '../language/use-translation.js';
import { Link, useLocation } from 'wouter';
import type { ApiShapes } from '#contracts/client/create-api-client.js';
import type { ScenarioPreview } from '#contracts/http/library.js';
import { storyTimeMs } from '#domain/kernel/story-time.js';
import { AuthoredText } from '../parts/authored-text.js';
import { PanelHead } from '../parts/panel-head.js';
import { Problem } from '../parts/problem.js';
import { durationText } from '../parts/time-text.js';
import { useAction } from '../parts/use-action.js';
import { wallTimeText } from '../parts/wall-time.js';
import { api, dataOf } from '../session/api.js';
import { Expectations } from './expectations.js';
import { Findings } from './findings.js';
import { Places } from './places.js';
import { Timeline } from './timeline.js';
import { Units } from './units.js';
import styles from './library.module.css';

export function ScenarioPage({ id }: { readonly id: string }) {
  const { t } = useTranslation('library');
  const { data, error } = useQuery({
    queryKey: ['scenario', id],
    queryFn: async () => {
      const read = await dataOf(api.GET('/v1/scenarios/{scenario}', { params: { path: { scenario: id } } }));
      return read as unknown as ScenarioPreview;
    },
    staleTime: 300_000,
  });
  if (error !== null) return <Problem error={error} />;
  if (data === undefined) return <p className={styles['empty']}>{t('frame:loading')}</p>;
  return (
    <>
      <Head scenario={data} />
      <div className={styles['grid']}>
        <section className={styles['wide']}>
          <PanelHead title={t('timeline')} note={t('injectCount', { count: data.injects.length })} />
          <Timeline scenario={data} />
        </section>
        <div className={styles['column']}>
          <section>
            <PanelHead title={t('who')} note={t('unitCount', { count: data.units.length })} />
            <Units units={data.units} />
          </section>
          <section>
            <PanelHead title={t('expected')} note={t('expectationCount', { count: data.expectations.length })} />
            <Expectations expectations={data.expectations} />
          </section>
        </div>
        <div className={styles['column']}>
          <section>
            <PanelHead title={t('where')} note={t('siteCount', { count: data.sites.length })} />
            <Places sites={data.sites} />
          </section>
          <section>
            <PanelHead title={t('lint')} note={t('findingCount', { count: data.findings.length })} />
            <Findings findings={data.findings} />
          </section>
        </div>
      </div>
    </>
  );
}

function Head({ scenario }: { readonly scenario: ScenarioPreview }) {
  const { t } = useTranslation('library');
  const [seed, setSeed] = useState('');
  const create = useCreateExercise();
  const { title, description, durationMs, startsAt } = scenario;
  const start = new Date(storyTimeMs(startsAt === undefined ? {} : { startsAt }, 0)).toISOString();
  return (
    <header className={styles['head']}>
      <Link href="/library" className={styles['back']}>
        {t('back')}
      </Link>
      <h1>
        <AuthoredText text={title} />
      </h1>
      {description !== undefined && (
        <p className={styles['description']}>
          <AuthoredText text={description} />
        </p>
      )}
      <dl className={styles['facts']}>
        <div>
          <dt>{t('duration')}</dt>
          <dd>
            <bdi>{durationText(durationMs)}</bdi>
          </dd>
        </div>
        {(['PKT', 'CST'] as const).map((zone) => (
          <div key={zone}>
            <dt>
              {t('frame:startex')} <bdi>{zone}</bdi>
            </dt>
            <dd>
              <bdi>{wallTimeText(start, zone)}</bdi>
            </dd>
          </div>
        ))}
      </dl>
      <form
        className={styles['create']}
        onSubmit={(event) => {
          event.preventDefault();
          create.mutate({ scenario: scenario.source, ...(seed.trim() !== '' && { seed: seed.trim() }) });
        }}
      >
        <TextInput
          label={t('seed')}
          placeholder={t('seedOwn')}
          title={t('seedHint')}
          maxLength={200}
          value={seed}
          onChange={({ currentTarget }) => setSeed(currentTarget.value)}
        />
        <Button type="submit" variant="filled" loading={create.isPending}>
          {t('create')}
        </Button>
        <p className="mute">{t('createHint')}</p>
      </form>
      {create.isError && <Problem error={create.error} />}
    </header>
  );
}

/** Opens an exercise, not started, and goes on to its seats. */
export function useCreateExercise() {
  const [, navigate] = useLocation();
  return useAction(async (body: ApiShapes['CreateExercise']) => {
    const exercise = await dataOf(api.POST('/v1/exercises', { body }));
    navigate(`/library/~seats?exercise=${exercise.id}`);
  });
}
