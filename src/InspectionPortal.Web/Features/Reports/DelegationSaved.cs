namespace InspectionPortal.Web.Features.Reports;

public sealed record DelegationSaved(Guid Id);
