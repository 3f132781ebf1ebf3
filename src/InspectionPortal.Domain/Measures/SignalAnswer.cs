using System.ComponentModel.DataAnnotations;
using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.Projects;

namespace InspectionPortal.Domain.Measures;

/// <summary>
/// What a partnership lead says to a signal of a measure, or to a rating that says something else than the figures: of a measure or of a
/// project,
/// exactly one. Written once; a later one stands beside it.
/// </summary>
public sealed class SignalAnswer : TenantEntity
{
    public const int AboutMaxLength = 500;

    public Guid? MeasureId { get; set; }
    public Measure? Measure { get; set; }
    public Guid? ProjectId { get; set; }
    public ImprovementProject? Project { get; set; }
    public SignalAnswerKind Kind { get; set; }

    /// <summary>The portal's sentence that is answered, as it stood.</summary>
    [MaxLength(AboutMaxLength)]
    public required string About { get; set; }

    /// <summary>Date of the newest figure then: what later figures say is not answered by it.</summary>
    public DateOnly? FiguresTo { get; set; }

    [MaxLength(Measure.ReasonMaxLength)]
    public required string Text { get; set; }

    public DateTimeOffset At { get; set; }
    public Guid ByUserId { get; set; }
}
