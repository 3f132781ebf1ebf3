using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.Ratings;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Domain.Reporting.Editions;
using InspectionPortal.Domain.Text;
using InspectionPortal.PlanDocuments.Formats;

namespace InspectionPortal.Web.Features.Reports;

/// <summary>The report as a Word file: the same parts, sentences and counts as its page, in the same order.</summary>
internal sealed class ReportDocx(ReportFilePage page, DocxText text)
{
    private const int Bullets = 2;

    private readonly ReportContent _content = page.Content;

    public static void Write(ReportFilePage page, Stream stream) =>
        DocxPackage.Write(stream, $"{page.Content.Snapshot.Partnership}: {page.Title}",
            $"{page.Running}. {page.Foot}", text => new ReportDocx(page, text).Write());

    private void Write()
    {
        text.Paragraph("Title", page.Title);
        Bold(_content.Snapshot.Partnership);
        text.Paragraph("Normal", _content.Snapshot.Plan.Title);
        if (_content.Snapshot.Demonstration is { } note)
        {
            text.Paragraph("PlanQuiet", note);
        }

        text.Paragraph("Normal", $"{_content.Lede} {page.State}");
        Missing();
        Decisions();
        Exceptions();
        Approval();
        if (_content.Shows(ReportPart.Movement))
        {
            Movement();
        }

        new ReportDocxRest(page, text).Write();
    }

    private void Missing()
    {
        if (_content.IsQuarter)
        {
            text.Paragraph("Heading1", "No update received");
            text.Paragraph("Normal", _content.MissingSentence);
        }

        foreach (var outcome in _content.Kind == PeriodKind.Closing ? PlanReportText.Outcomes(_content) : [])
        {
            text.Paragraph("Heading1", outcome.Heading);
            foreach (var project in outcome.Projects)
            {
                Item($"{project.Number} {project.Title}{(project.StoppedBecause is { } reason ? $": {reason}" : string.Empty)}");
            }
        }

        foreach (var project in _content.NotReceived)
        {
            var waiting = project.IsNotAccepted == true ? ". Sent, and not accepted before the quarter was submitted" : string.Empty;
            Item($"{project.Number} {project.Title}: {ReportLabels.Leads(project.Leads)}{waiting}");
        }

        if (_content.Snapshot.Summary is { } summary)
        {
            text.Paragraph("Heading1", "Summary");
            text.Paragraph("Normal", summary.ReplaceLineEndings("\n"));
        }
    }

    private void Decisions()
    {
        if (_content.IsScrutinyEdition)
        {
            return;
        }

        text.Paragraph("Heading1", "Decisions sought");
        if (_content.Decisions.Count == 0)
        {
            text.Paragraph("Normal",
                _content.Snapshot.Decisions is null ? "No one asked for help this quarter."
                    : _content.NoDecision);
        }

        foreach (var decision in _content.Decisions)
        {
            Bold($"{decision.Number}. {decision.Text.ReplaceLineEndings("\n")}");
            if (decision.Project is { } project)
            {
                text.Paragraph("PlanQuiet", $"{project.Number} {project.Title}");
            }

            Records(decision.Number);
        }
    }

    private void Records(int number)
    {
        if (_content.Answers is not { } answers)
        {
            return;
        }

        foreach (var record in answers.To(number))
        {
            var who = record.Name is null ? record.Capacity : $"{record.Capacity}, {record.Name}";
            Item($"{ReportLabels.Answer(record.Answer)}: {who}{(record.Comment is null ? "" : $". {record.Comment}")}");
        }

        if (answers.To(number).Count == 0)
        {
            text.Paragraph("PlanQuiet",
                answers.IsPublished ? "No one answered this before the report was published." : "Not answered yet.");
        }
    }

    private void Exceptions()
    {
        text.Paragraph("Heading1", "Exceptions");
        if (_content.Exceptions.Count == 0)
        {
            text.Paragraph("Normal", "Nothing worsened, slipped, went off track or passed its deadline.");
            return;
        }

        var grid = new DocxGrid(
            text, "Exceptions", (EnglishText.Capital(_content.ProjectWord), 3), ("Rating", 1.6),
                ("Reason and what is being done", 5), ("Forecast", 2));
        foreach (var exception in _content.Exceptions)
        {
            var project = exception.Project;
            var kind = exception.Kind == ExceptionKind.OffTrack ? string.Empty : $"\n{exception.Words}";
            grid.Row(
                new DocxRun($"{project.Number} {project.Title}", IsBold: true),
                Rated(exception.Now) with { Text = $"{Rated(exception.Now).Text}{kind}" },
                ReportContent.Why(project) ?? (_content.IsQuarter && project.Update is null ? "No update received" : "No reason given"),
                $"{ReportContent.ForecastOf(project)}{Late(project)}"
                    + (ReportContent.IsForecastKept(project) ? "\nAs accepted in an earlier quarter" : string.Empty));
        }

        grid.End();
    }

    private void Approval()
    {
        if (page.Signers.Count + page.Dissents.Count == 0)
        {
            return;
        }

        text.Paragraph("Heading1", "Approval");
        foreach (var signer in page.Signers)
        {
            Item($"{signer.Capacity}{(signer.Name is null ? "" : $", {signer.Name}")}. {signer.Words}");
        }

        foreach (var dissent in page.Dissents)
        {
            Item($"{dissent.Capacity}{(dissent.Name is null ? "" : $", {dissent.Name}")} does not agree, {dissent.At}. {dissent.Comment}");
        }
    }

    private void Movement()
    {
        text.Paragraph("Heading1", _content.HasPrevious
            ? $"Movement since {(_content.IsQuarter ? "last quarter" : _content.Snapshot.Previous?.Title)}" : "Current ratings");
        text.Paragraph("Normal", string.Join(", ", _content.Now.Select(c => $"{RatingSigns.Sign(c.Rating)} {c.Rating.Name}: {c.Count}")));
        if (!_content.HasPrevious)
        {
            text.Paragraph("Normal", "This is the plan’s first report here, so there is nothing to compare it with.");
            return;
        }

        if (_content.Moved.Count > 0)
        {
            var grid = new DocxGrid(
                text, "Ratings that moved", ("No.", 0.6), (EnglishText.Capital(_content.ProjectWord), 3),
                    ("Before", 1.4), ("Now", 1.4), ("Moved", 1.2), ("Deadline", 1.2), ("Why", 4));
            foreach (var move in _content.Moved)
            {
                grid.Row(
                    move.Project.Number, new DocxRun(move.Project.Title, IsBold: true), Rated(move.Before), Rated(move.Now),
                    _content.MovedWords(move), _content.DeadlineMoved(move.Project), ReportContent.Why(move.Project) ?? string.Empty);
            }

            grid.End();
        }

        text.Paragraph("Normal", $"{_content.KeptRating}.");
    }

    internal static DocxRun Rated(Rating rating) =>
        new($"{RatingSigns.Sign(rating)} {rating.Name}", IsBold: true, Colour: RatingSigns.Ink(rating));

    internal static string Late(SnapshotProject project) =>
        project.DaysLate > 0 ? $"\n{ReportLabels.Count(project.DaysLate, "day")} late" : string.Empty;

    private void Bold(string words) => text.Paragraph("Normal", new DocxRun(words, IsBold: true));

    private void Item(string words) => text.Paragraph("Normal", Bullets, 0, words.ReplaceLineEndings("\n"));
}
