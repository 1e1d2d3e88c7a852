import { recordChange } from './audit/record-change.ts';
import { bindChannel, followChannel, unbindChannel } from './channels/bind-channel.ts';
import { channelRoutes } from './channels/channel-routes.ts';
import { makeConverse } from './chat/converse.ts';
import type { Config } from './config.ts';
import { answerDecision } from './decisions/answer-decision.ts';
import { type CloseDecisionPorts, findDecision } from './decisions/close-decision.ts';
import { answerNoticeCard } from './decisions/decision-card.ts';
import { decisionRoutes } from './decisions/decision-routes.ts';
import { registerDecisions, repairDecisions } from './decisions/register-decisions.ts';
import { withdrawDecision } from './decisions/withdraw-decision.ts';
import { digestCard } from './digests/digest-card.ts';
import { digestRoutes } from './digests/digest-routes.ts';
import { previewDigest, publishDigest, publishDigestFor } from './digests/publish-digest.ts';
import { publishDue } from './digests/schedule.ts';
import { makeServer } from './http/server.ts';
import { translatorOf } from './i18n/translate.ts';
import { type Beat, type Job, startBeat } from './jobs.ts';
import { deliverNext } from './outbox/deliver.ts';
import { enqueue, requeueForgotten } from './outbox/enqueue.ts';
import { notify } from './outbox/notify.ts';
import type { OutboxEntry } from './outbox/outbox.ts';
import { absenceRoutes } from './people/absence-routes.ts';
import { giveRole, listRoles } from './people/give-role.ts';
import { chooseLanguage, forgetChat, meetPerson, welcomePerson } from './people/meet-person.ts';
import { planAbsence } from './people/plan-absence.ts';
import { roleRoutes } from './people/role-routes.ts';
import { moveProject } from './projects/move-project.ts';
import { projectTypeahead } from './projects/project-choices.ts';
import { projectRoutes } from './projects/project-routes.ts';
import { saveProject } from './projects/save-project.ts';
import { readSettings, saveSettings } from './settings/save-settings.ts';
import { settingsRoutes } from './settings/settings-routes.ts';
import { makeCalendar } from './shared/calendar.ts';
import type { Clock } from './shared/clock.ts';
import { newUlid } from './shared/ids.ts';
import type { Log } from './shared/log.ts';
import type { Storage } from './storage/storage.ts';
import { openTeams } from './teams/bot.ts';
import { repairLatest } from './updates/repair-latest.ts';
import { repeatUpdate } from './updates/repeat-update.ts';
import { submitUpdate } from './updates/submit-update.ts';
import { updateRoutes } from './updates/update-routes.ts';

export interface AppPorts {
  readonly storage: Storage;
  readonly now: Clock;
  readonly log: Log;
}

export interface App {
  /** Where it listens, once it does. */
  listen(): Promise<{ port: number }>;
  /** Every job, once each, in order: what the clock does, without the clock. */
  runJobs(): Promise<void>;
  /** Answers what is under way, then stops. */
  close(): Promise<void>;
}

/** Wires every part. Tests start the same app with another clock and another storage. */
export function createApp(config: Config, { storage, now, log }: AppPorts): App {
  const calendar = makeCalendar(config);
  const missionLanguage = async () =>
    (await storage.settings.get()).defaultLanguage ?? config.defaultLanguage;
  const record = recordChange({ ...storage, now, log });
  const { poster, roster, openBot } = openTeams({ ...config, newReference, log });
  let beat: Beat | undefined;
  let isPrepared = false;

  const post = enqueue({ ...storage, now, wake: () => beat?.wake('deliver') });
  const publish = publishDigest({
    ...storage,
    enqueue: post,
    render: async (digest) => {
      const translator = translatorOf(await missionLanguage());
      return { card: digestCard(translator, digest), repeatNote: translator.t('digest.repeatNote') };
    },
    now,
  });
  const told = notify({ ...storage, enqueue: post, log });
  const deciding = {
    ...storage,
    tell: async (...[personId, decision, project]: Parameters<CloseDecisionPorts['tell']>) => {
      await told(personId, { id: `decision~${decision.id}`, at: decision.state.at }, (translator) =>
        answerNoticeCard(translator, decision, project?.name ?? decision.projectKey),
      );
    },
    now,
  };
  const submit = submitUpdate({ ...storage, registered: registerDecisions(deciding), calendar, now });

  const bot = openBot(
    makeConverse({
      routes: [
        updateRoutes({
          ...storage,
          submit,
          repeat: repeatUpdate({ ...storage, calendar, now }),
          calendar,
          now,
          newId: newUlid,
        }),
        decisionRoutes({
          ...storage,
          find: findDecision(deciding),
          answer: answerDecision(deciding),
          withdraw: withdrawDecision(deciding),
          calendar,
          now,
        }),
        projectRoutes({
          ...storage,
          save: saveProject({ ...storage, record, now }),
          move: moveProject({ ...storage, record, now }),
          calendar,
          now,
          newId: newUlid,
        }),
        digestRoutes({ preview: previewDigest(storage), publish: publishDigestFor(publish), calendar, now }),
        channelRoutes({ bind: bindChannel({ ...storage, now }), unbind: unbindChannel(storage) }),
        settingsRoutes({
          read: readSettings({ ...storage, ...config }),
          save: saveSettings({ ...storage, ...config, record }),
        }),
        roleRoutes({ ...storage, list: listRoles(storage), give: giveRole({ ...storage, record }) }),
        absenceRoutes({ plan: planAbsence({ ...storage, record, calendar, now }) }),
        { typeaheads: [projectTypeahead(storage)] },
      ],
      meet: meetPerson({
        ...storage,
        leadIds: new Set(config.leadIds),
        roster,
        defaultLanguage: missionLanguage,
        now,
      }),
      follow: followChannel(storage),
      welcome: welcomePerson({ ...storage, now }),
      forgetChat: forgetChat(storage),
      chooseLanguage: chooseLanguage(storage),
      log,
    }),
  );

  const settled = async ({ message: { about }, delivery }: OutboxEntry): Promise<void> => {
    if (about.kind !== 'digest') return;
    if (delivery.state === 'sent') {
      await storage.digests.settle(about.conversationId, about.week, {
        state: 'published',
        messageId: delivery.messageId,
      });
    } else if (delivery.state === 'failed') {
      await storage.digests.settle(about.conversationId, about.week, {
        state: 'failed',
        reason: delivery.reason,
      });
    }
  };
  const deliver = deliverNext({ ...storage, poster, settled, now, log });
  const jobs: Job[] = [
    { name: 'publish', everySeconds: 30, run: publishDue({ ...storage, publish, calendar, now }) },
    {
      name: 'deliver',
      everySeconds: 2,
      run: async () => {
        while (await deliver());
      },
    },
    {
      name: 'requeue',
      everySeconds: 300,
      run: requeueForgotten({ ...storage, now, wake: () => beat?.wake('deliver') }),
    },
    { name: 'repair', everySeconds: 300, run: repairLatest({ ...storage, calendar, now }) },
    { name: 'repairDecisions', everySeconds: 300, run: repairDecisions({ ...deciding, calendar }) },
  ];

  const server = makeServer({
    receive: bot.receive,
    isReady: async () => isPrepared && storage.isReachable(),
    log,
  });

  return {
    async listen() {
      await new Promise<void>((resolve, reject) => {
        server.server.once('error', reject);
        server.listen(config.port, config.host, resolve);
      });
      await storage.prepare();
      isPrepared = true;
      beat = startBeat(jobs, log);
      return { port: server.address().port };
    },
    async runJobs() {
      for (const job of jobs) await job.run();
    },
    async close() {
      await beat?.stop();
      await new Promise<void>((resolve) => {
        server.close(resolve);
        server.server.closeIdleConnections();
      });
    },
  };
}

/** Short enough to be read out on the telephone. */
const newReference = (): string => newUlid().slice(-8);
