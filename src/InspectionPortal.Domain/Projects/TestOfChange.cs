using System.ComponentModel.DataAnnotations;
using InspectionPortal.Domain.Measures;
using InspectionPortal.Domain.Partnerships;

namespace InspectionPortal.Domain.Projects;

/// <summary>One turn of plan, do, study, act. Its <see cref="Position"/> is its place in the project's ramp of tests.</summary>
public sealed class TestOfChange : TenantEntity
{
    public const int TitleMaxLength = 200;
    public const int TextMaxLength = 4000;

    public Guid ProjectId { get; set; }
    public ImprovementProject? Project { get; set; }
    public int Position { get; set; }

    [MaxLength(TitleMaxLength)]
    public required string Title { get; set; }

    [MaxLength(TextMaxLength)]
    public string? Question { get; set; }

    [MaxLength(TextMaxLength)]
    public string? Prediction { get; set; }

    [MaxLength(TextMaxLength)]
    public string? Plan { get; set; }

    /// <summary>Do: what was done, and what happened that was not planned.</summary>
    [MaxLength(TextMaxLength)]
    public string? Done { get; set; }

    /// <summary>Study: what was learnt, beside the prediction.</summary>
    [MaxLength(TextMaxLength)]
    public string? Learnt { get; set; }

    /// <summary>Act; null while nothing is decided.</summary>
    public TestDecision? Decision { get; set; }

    public DateOnly? From { get; set; }
    public DateOnly? Until { get; set; }

    /// <summary>The measure that shows it.</summary>
    public Guid? MeasureId { get; set; }

    public Measure? Measure { get; set; }
}
