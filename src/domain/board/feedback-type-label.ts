/** The label of a piece of customer feedback. */
export const feedbackTypeLabel = 'type::customer-feedback';
