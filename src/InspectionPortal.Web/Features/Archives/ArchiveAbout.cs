using InspectionPortal.Domain.Partnerships;

namespace InspectionPortal.Web.Features.Archives;

/// <summary>Whose archive, as at when, by whom.</summary>
public sealed record ArchiveAbout(Partnership Partnership, DateTimeOffset At, string? By);
