using InspectionPortal.Domain.Reporting;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Reports;

/// <summary>
/// What the chief officers did with a submitted report: approvals, dissents, and their answers to the decisions sought. It stands
/// beside the sealed bytes and changes none of them.
/// </summary>
public sealed class ReportAnswers
{
    private readonly IReadOnlyList<Given> _given;
    private readonly TimeZoneInfo _zone;

    private ReportAnswers(IReadOnlyList<Given> given, TimeZoneInfo zone, bool isPublished)
    {
        _given = given;
        _zone = zone;
        IsPublished = isPublished;
    }

    public bool IsPublished { get; }

    public int Approvals => _given.Count(g => g.Decision == ApprovalDecision.Approve);

    /// <summary>True where one of those who approved was a partnership lead too.</summary>
    public bool IsApprovedByLead => _given.Any(g => g.IsAlsoLead && g.Decision == ApprovalDecision.Approve);

    /// <summary>Those who approved, in order of time.</summary>
    public IReadOnlyList<Signer> Signers =>
    [
        .. _given.Where(g => g.Decision == ApprovalDecision.Approve).Select(g => new Signer(
            g.Capacity, g.Signature,
            $"Approved {DateFormat.Moment(g.At, _zone)}{(g.AgencyName is null ? "" : $" for {g.AgencyName}")}"
                + (g.IsAlsoLead ? ". Also a partnership lead" : string.Empty))),
    ];

    public IReadOnlyList<ReportDissent> Dissents =>
    [
        .. _given.Where(g => g.Decision == ApprovalDecision.Dissent)
            .Select(g => new ReportDissent(g.Capacity, g.Signature, DateFormat.Moment(g.At, _zone), g.Comment)),
    ];

    /// <summary>True where somebody approved for this agency.</summary>
    public bool IsSignedBy(Guid agency) => _given.Any(g => g.Decision == ApprovalDecision.Approve && g.AgencyId == agency);

    /// <summary>True where this chief officer, or a delegate for them, approved or recorded dissent.</summary>
    public bool HasDecided(Guid officer) => _given.Any(g => g.UserId == officer || g.ForUserId == officer);

    /// <summary>True where nothing is left for this vote to decide.</summary>
    internal bool IsSpent(Vote vote) => _given.Any(g => vote.IsSpentBy(g.UserId, g.ForUserId));

    /// <summary>The answers to one decision, in order of time.</summary>
    public IReadOnlyList<ReportRecord> To(int number) =>
    [
        .. _given.SelectMany(g => g.Records.Where(r => r.Number == number)
            .Select(r => new ReportRecord(r.Number, r.Answer, r.Comment, g.Capacity, g.Signature))),
    ];

    internal static async Task<ReportAnswers> ReadAsync(
        PortalDbContext database, Guid submission, TimeZoneInfo zone, bool isPublished, CancellationToken cancellationToken)
    {
        var given = await database.Approvals.AsNoTracking()
            .Where(a => a.SubmissionId == submission && a.Decision != ApprovalDecision.Return)
            .OrderBy(a => a.At).ThenBy(a => a.Id)
            .Select(a => new Given
            {
                UserId = a.UserId,
                ForUserId = a.ForUserId,
                Officer = database.Users.Where(u => u.Id == a.ForUserId).Select(u => u.DisplayName).FirstOrDefault(),
                DelegateUntil = a.DelegateUntil,
                AgencyId = a.AgencyId,
                AgencyName = a.AgencyName,
                Capacity = a.Capacity,
                Name = database.Users.Where(u => u.Id == a.UserId).Select(u => u.DisplayName).FirstOrDefault(),
                Decision = a.Decision,
                Comment = a.Comment,
                At = a.At,
                IsAlsoLead = a.IsAlsoLead,
                Records = a.Records.OrderBy(r => r.Number).Select(r => new Answered(r.Number, r.Answer, r.Comment)).ToList(),
            })
            .ToListAsync(cancellationToken);
        return new ReportAnswers(given, zone, isPublished);
    }

    private sealed record Answered(int Number, DecisionAnswer Answer, string? Comment);

    private sealed record Given
    {
        public required Guid UserId { get; init; }
        public required Guid? ForUserId { get; init; }
        public required string? Officer { get; init; }
        public required DateOnly? DelegateUntil { get; init; }
        public required Guid? AgencyId { get; init; }
        public required string? AgencyName { get; init; }
        public required string Capacity { get; init; }
        public required string? Name { get; init; }
        public required ApprovalDecision Decision { get; init; }
        public required string? Comment { get; init; }
        public required DateTimeOffset At { get; init; }
        public required bool IsAlsoLead { get; init; }
        public required IReadOnlyList<Answered> Records { get; init; }

        /// <summary>Who decided, and for whom.</summary>
        public string? Signature => DelegationText.Signature(Name, Officer, DelegateUntil);
    }
}
