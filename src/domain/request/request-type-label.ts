/** The label that makes an issue a request, whoever opened it. */
export const requestTypeLabel = 'type::sme-request';
