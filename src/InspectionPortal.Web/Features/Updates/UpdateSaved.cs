namespace InspectionPortal.Web.Features.Updates;

public sealed record UpdateSaved(Guid UpdateId, bool ByLead);
