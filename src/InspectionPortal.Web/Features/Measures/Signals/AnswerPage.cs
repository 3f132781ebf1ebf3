using InspectionPortal.Domain.Measures;
using InspectionPortal.Web.Infrastructure.Forms;

namespace InspectionPortal.Web.Features.Measures.Signals;

/// <summary>The page around the answer.</summary>
public sealed class AnswerPage : FormPage
{
    /// <summary>What there is to answer; null where nothing is.</summary>
    public required string? About { get; init; }

    public IReadOnlyList<SignalReply> Before { get; init; } = [];
}
