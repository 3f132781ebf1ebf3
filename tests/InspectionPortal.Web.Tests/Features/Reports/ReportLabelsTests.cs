using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Features.Reports;

namespace InspectionPortal.Web.Tests.Features.Reports;

public sealed class ReportLabelsTests
{
    [Theory]
    [InlineData("Choose a lead", "Choose a lead", null)]
    [InlineData("Agree 31 December. 78 of 100 are done.", "Agree 31 December", "78 of 100 are done.")]
    [InlineData("Agree a date\nIt slipped", "Agree a date", "It slipped")]
    [InlineData("Who decides?", "Who decides?", null)]
    public void Headline_Text_IsItsFirstSentence(string text, string headline, string? more) =>
        Assert.Equal((headline, more), ReportLabels.Headline(text));

    [Fact]
    public void Headline_OneLongSentence_IsCutAtAWordAndGivenWhole()
    {
        var text = string.Join(' ', Enumerable.Repeat("word", 60));
        var (headline, more) = ReportLabels.Headline(text);

        Assert.EndsWith("word…", headline, StringComparison.Ordinal);
        Assert.Equal(text, more);
    }

    [Fact]
    public void Leads_OfKinds_AreWrittenAsThePlanDoes() => Assert.Equal(
        "A; B with C, in consultation with D",
        ReportLabels.Leads([new("A", LeadKind.Lead, false), new("C", LeadKind.With, false), new("B", LeadKind.Lead, false), new("D", LeadKind.InConsultationWith, false)]));

    [Fact]
    public void When_Summer_IsSaidInThePartnershipsZone() => Assert.Equal(
        "1 July 2026 at 12:30",
        DateFormat.Moment(new DateTimeOffset(2026, 7, 1, 11, 30, 0, TimeSpan.Zero), TimeZoneInfo.FindSystemTimeZoneById("Europe/London")));

    [Fact]
    public void Figure_WithUnit_KeepsIt()
    {
        Assert.Equal("50%", ReportLabels.Figure(50.0m, "%"));
        Assert.Equal("4 weeks", ReportLabels.Figure(4m, "weeks"));
        Assert.Equal("7.5", ReportLabels.Figure(7.50m, null));
    }
}
