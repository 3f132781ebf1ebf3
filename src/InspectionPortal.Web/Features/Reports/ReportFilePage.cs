using InspectionPortal.Domain.Text;
using Microsoft.AspNetCore.Html;

namespace InspectionPortal.Web.Features.Reports;

/// <summary>A report as a file of its own: what stands on its page, without anything to act on.</summary>
public sealed record ReportFilePage
{
    public required string Title { get; init; }
    public required ReportContent Content { get; init; }

    /// <summary>Approvals and dissent in words; empty for scrutiny bodies, who are not shown names.</summary>
    public required IReadOnlyList<Signer> Signers { get; init; }

    public required IReadOnlyList<ReportDissent> Dissents { get; init; }

    /// <summary>How far it is: "Approved and published 9 November 2020, 10:12", or that it is not approved yet.</summary>
    public required string State { get; init; }

    public required string Sha256 { get; init; }

    /// <summary>Who made the file.</summary>
    public required string MadeBy { get; init; }

    /// <summary>The style sheets, for a page that opens without the portal.</summary>
    public IHtmlContent? Style { get; init; }

    /// <summary>"Aberdeen City, July to September 2020": on every page of paper.</summary>
    public string Running => $"{Content.Snapshot.Partnership}, {Title}";

    /// <summary>"Partnership. As at 9 November 2020. Seal a41f 09c2 7be8. Downloaded by …."</summary>
    public string Foot => $"{Content.Snapshot.Partnership}. As at {DateFormat.Full(Content.Snapshot.AsAt)}. "
        + $"Seal {SigningPanel.Fours(Sha256)}. Downloaded by {MadeBy}.";

    public static ReportFilePage? Of(ReportPage? page) => page is { Content: { } content, Signing: { } signing }
        ? new ReportFilePage
        {
            Title = page.Title,
            Content = content.ForFile(),
            Signers = signing.Signers,
            Dissents = signing.Dissents,
            State = signing.PublishedAt is { } at
                ? $"Approved and published {at}."
                : $"Not approved yet: it has {signing.Approvals} of {ReportLabels.Count(content.Snapshot.Quorum, "approval")}.",
            Sha256 = signing.Sha256,
            MadeBy = page.PrintedBy,
        }
        : null;

    public static ReportFilePage? Of(PublishedReportPage? page, string reader) => page is not { Content: { } content }
        ? null
        : new ReportFilePage
        {
            Title = page.Title,
            Content = content.ForFile(),
            Signers = [],
            Dissents = [],
            State = $"Approved on {page.ApprovedAt}.",
            Sha256 = page.Sha256,
            MadeBy = reader,
        };
}
