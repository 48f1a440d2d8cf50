import type { Metric } from './metric.ts';
import { declines } from './operation/declines.ts';
import { fairness } from './operation/fairness.ts';
import { fastTrack } from './operation/fast-track.ts';
import { ratings } from './operation/ratings.ts';
import { serviceLevel } from './operation/service-level.ts';
import { unmetDemand } from './operation/unmet-demand.ts';
import { utilisation } from './operation/utilisation.ts';
import { customerSatisfaction } from './program/customer-satisfaction.ts';
import { engagementEfficiency } from './program/engagement-efficiency.ts';
import { feedbackLoop } from './program/feedback-loop.ts';
import { knowledgeTransfer } from './program/knowledge-transfer.ts';
import { pipelineGrowth } from './program/pipeline-growth.ts';
import { stackOverflow } from './program/stack-overflow.ts';
import { stageProgression } from './program/stage-progression.ts';
import { technicalWinRate } from './program/technical-win-rate.ts';

/** The eight metrics of the program in their order, then the figures of operation (`docs/rules.md#metrics`). */
export const metrics: readonly Metric[] = [
  technicalWinRate,
  feedbackLoop,
  pipelineGrowth,
  stageProgression,
  engagementEfficiency,
  customerSatisfaction,
  knowledgeTransfer,
  stackOverflow,
  utilisation,
  fairness,
  unmetDemand,
  declines,
  serviceLevel,
  fastTrack,
  ratings,
];
