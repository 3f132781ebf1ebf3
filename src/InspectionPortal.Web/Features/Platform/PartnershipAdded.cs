namespace InspectionPortal.Web.Features.Platform;

public sealed record PartnershipAdded(int Id);
