namespace InspectionPortal.Web.Features.Evidence;

public sealed record EvidenceReleased(string Title, int Number);
