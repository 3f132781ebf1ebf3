using System.ComponentModel.DataAnnotations;
using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.People;

namespace InspectionPortal.Domain.Reporting;

/// <summary>What a member says about an update, to be answered by others. It is never shown outside the partnership.</summary>
public sealed class UpdateComment : TenantEntity
{
    public const int TextMaxLength = 4000;

    public Guid UpdateId { get; set; }
    public ProgressUpdate? Update { get; set; }
    public Guid ByUserId { get; set; }
    public PortalUser? By { get; set; }

    [MaxLength(TextMaxLength)]
    public required string Text { get; set; }

    public DateTimeOffset At { get; set; }
}
