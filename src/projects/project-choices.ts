import type { Choice } from '../chat/reply.ts';
import type { Typeahead } from '../chat/route.ts';
import { fold } from '../shared/text.ts';
import { findProjects, mayReport, type Project, type ProjectStore } from './project.ts';

/** The dataset `projects`: those the person may report on. */
export const projectTypeahead = ({ projects }: { projects: Pick<ProjectStore, 'list'> }): Typeahead => ({
  dataset: 'projects',
  run: async ({ actor }, query) => {
    const reportable = (await projects.list()).filter(
      (project) => project.state !== 'done' && mayReport(actor, project),
    );
    return projectsLike(query, reportable).map(choiceOf);
  },
});

const choiceOf = ({ name, key }: Project): Choice => ({ title: `${name} (${key})`, value: key });

/** Those whose key begins so or whose name contains it, else those a slip of the keyboard away; all for an empty query. */
function projectsLike(query: string, projects: readonly Project[]): readonly Project[] {
  const wanted = fold(query);
  const alike = projects.filter(
    ({ key, name }) => fold(key).startsWith(wanted) || fold(name).includes(wanted),
  );
  return alike.length > 0 ? alike : findProjects(query, projects);
}
