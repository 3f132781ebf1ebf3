namespace InspectionPortal.Web.Features.Archives;

/// <param name="IsNew">False where it was being made already.</param>
public sealed record ArchiveAsked(Guid Id, bool IsNew);
