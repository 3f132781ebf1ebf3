using InspectionPortal.Web.Data.Auditing;

namespace InspectionPortal.Web.Features.Platform;

public sealed record PlatformChange(DateTimeOffset At, string? Who, string What, IReadOnlyList<FieldChange> Fields);
