using System.ComponentModel.DataAnnotations;
using InspectionPortal.Domain.Evidence;
using InspectionPortal.Domain.Inspections;
using InspectionPortal.Domain.Partnerships;

namespace InspectionPortal.Domain.Scrutiny;

/// <summary>
/// What a link officer asked about a recommendation, and what the partnership lead answered. It changes nothing in the plan. The question
/// is never changed; the answer is given once.
/// </summary>
public sealed class ScrutinyRequest : TenantEntity
{
    public const int TextMaxLength = 2000;
    public const int AnswerMaxLength = 4000;

    public Guid RecommendationId { get; set; }
    public Recommendation? Recommendation { get; set; }

    /// <summary>The body whose officer asked: its officers read the question and the answer, other bodies do not.</summary>
    public Guid BodyId { get; set; }

    [MaxLength(ScrutinyBody.NameMaxLength)]
    public required string BodyName { get; set; }

    public Guid AskedByUserId { get; set; }
    public DateTimeOffset AskedAt { get; set; }
    public ScrutinyRequestKind Kind { get; set; }

    [MaxLength(TextMaxLength)]
    public required string Text { get; set; }

    /// <summary>In words; null while it waits, or where evidence alone answers.</summary>
    [MaxLength(AnswerMaxLength)]
    public string? Answer { get; private set; }

    /// <summary>The item of evidence that answers it; null for none.</summary>
    public Guid? EvidenceItemId { get; private set; }

    public EvidenceItem? EvidenceItem { get; private set; }
    public DateTimeOffset? AnsweredAt { get; private set; }
    public Guid? AnsweredByUserId { get; private set; }

    /// <summary>Answers it with words, with evidence or with both.</summary>
    /// <exception cref="InvalidOperationException">It is answered already, or the answer is empty.</exception>
    public void AnswerWith(string? words, Guid? evidenceItemId, DateTimeOffset at, Guid by)
    {
        if (AnsweredAt is not null || (words is null && evidenceItemId is null))
        {
            throw new InvalidOperationException("A request is answered once, with words or evidence.");
        }

        (Answer, EvidenceItemId, AnsweredAt, AnsweredByUserId) = (words, evidenceItemId, at, by);
    }
}
