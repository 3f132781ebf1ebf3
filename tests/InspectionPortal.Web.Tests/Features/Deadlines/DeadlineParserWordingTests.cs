using System.Globalization;
using InspectionPortal.Domain.Deadlines;

namespace InspectionPortal.Web.Tests.Features.Deadlines;

/// <summary>Wordings with at most one due date: what each is understood to be.</summary>
public sealed class DeadlineParserWordingTests
{
    [Theory]
    [InlineData("By 30 September 2020", DeadlineKind.Date, "2020-09-30")]
    [InlineData("By 30 September 2020, plans for 100% of children in receipt of regular short breaks will be reviewed", DeadlineKind.Date, "2020-09-30")]
    [InlineData("By 30 Nov 2019", DeadlineKind.Date, "2019-11-30")]
    [InlineData("By 30 Nov 2019 a multi-agency workshop will be held.", DeadlineKind.Date, "2019-11-30")]
    [InlineData("By 31 October 2019 a Quality Assurance Framework will be implemented", DeadlineKind.Date, "2019-10-31")]
    [InlineData("A Communication Strategy will be agreed by leaders by 31-10-19", DeadlineKind.Date, "2019-10-31")]
    [InlineData("31-10-19", DeadlineKind.Date, "2019-10-31")]
    [InlineData("18 11 19", DeadlineKind.Date, "2019-11-18")]
    [InlineData("October 2020", DeadlineKind.Month, "2020-10-31")]
    [InlineData("presented to the Corporate Parenting Improvement Group in December 2019", DeadlineKind.Month, "2019-12-31")]
    [InlineData("December 2019", DeadlineKind.Month, "2019-12-31")]
    [InlineData("will be concluded prior to end of 2020", DeadlineKind.Year, "2020-12-31")]
    [InlineData("prior to end of 2020", DeadlineKind.Year, "2020-12-31")]
    [InlineData("on a quarterly basis", DeadlineKind.Recurring, null)]
    [InlineData("Updates to the Data Summary Report will be provided on a quarterly basis.", DeadlineKind.Recurring, null)]
    [InlineData("annual", DeadlineKind.Recurring, null)]
    [InlineData("An annual report will be provided to COG", DeadlineKind.Recurring, null)]
    [InlineData("See LOIP 5.1", DeadlineKind.Unclear, null)]
    [InlineData("LOIP – Outcome 4", DeadlineKind.Unclear, null)]
    [InlineData("N/A", DeadlineKind.NotApplicable, null)]
    [InlineData("", DeadlineKind.None, null)]
    [InlineData(null, DeadlineKind.None, null)]
    [InlineData(" \t\r\n", DeadlineKind.None, null)]
    public void Parse_Aberdeen_Wording(string? text, DeadlineKind kind, string? due) => Check(text, kind, due);

    [Theory]
    [InlineData("August 2018", DeadlineKind.Month, "2018-08-31")]
    [InlineData("Sept 2018", DeadlineKind.Month, "2018-09-30")]
    [InlineData("<p>Sept 2018</p>", DeadlineKind.Month, "2018-09-30")]
    [InlineData("TBA", DeadlineKind.ToBeAgreed, null)]
    [InlineData("The revised terms of reference for the MASH will be 'signed off' within one month of completion of the review", DeadlineKind.Relative, null)]
    [InlineData("available to all staff within 7 days of publication", DeadlineKind.Relative, null)]
    [InlineData("MASH review will be completed by Sept 2018", DeadlineKind.Month, "2018-09-30")]
    [InlineData("will be introduced by the end of August 2018 to measure the", DeadlineKind.Month, "2018-08-31")]
    [InlineData("commenced by Sept 2018", DeadlineKind.Month, "2018-09-30")]
    [InlineData("90% of assessments will be completed within a maximum of 45 days by September 2018", DeadlineKind.Month, "2018-09-30")]
    [InlineData("An annual programme of audit activity will be agreed by September 2018", DeadlineKind.Month, "2018-09-30")]
    [InlineData("every 6 weeks", DeadlineKind.Recurring, null)]
    public void Parse_Jersey_Wording(string text, DeadlineKind kind, string? due) => Check(text, kind, due);

    [Theory]
    [InlineData("Aug17", DeadlineKind.Month, "2017-08-31")]
    [InlineData("Head of QA – Jan18", DeadlineKind.Month, "2018-01-31")]
    [InlineData("Feb 18", DeadlineKind.Month, "2018-02-28")]
    [InlineData("cases (Dec17)", DeadlineKind.Month, "2017-12-31")]
    [InlineData("dip sample 2 cases (Dec17)", DeadlineKind.Month, "2017-12-31")]
    [InlineData("Review March 2018", DeadlineKind.Review, "2018-03-31")]
    [InlineData("To be reviewed in March 2018", DeadlineKind.Review, "2018-03-31")]
    [InlineData("Evaluation of pilot March 2018", DeadlineKind.Month, "2018-03-31")]
    [InlineData("On-going to the end of March 2018", DeadlineKind.OngoingUntil, "2018-03-31")]
    [InlineData("Workforce Dev. Manager (CYP) – on-going to the end of 2017", DeadlineKind.OngoingUntil, "2017-12-31")]
    [InlineData("With immediate effect", DeadlineKind.Immediate, null)]
    [InlineData("Lead Service Directors – twice by the end of Mar18", DeadlineKind.Recurring, "2018-03-31")]
    [InlineData("at least twice a year", DeadlineKind.Recurring, null)]
    [InlineData("on-going every quarter", DeadlineKind.Recurring, null)]
    [InlineData("(on-going)", DeadlineKind.Ongoing, null)]
    [InlineData("staff from September onwards", DeadlineKind.Unclear, null)]
    [InlineData("Dependent on caseloads and the delivery of training", DeadlineKind.Relative, null)]
    public void Parse_Derby_Wording(string text, DeadlineKind kind, string? due) => Check(text, kind, due);

    [Theory]
    [InlineData("30 September 2020", "2020-09-30")]
    [InlineData("30 Sept 2020", "2020-09-30")]
    [InlineData("30 Sept. 2020", "2020-09-30")]
    [InlineData("30th September, 2020", "2020-09-30")]
    [InlineData("Wednesday the 30th of September 2020", "2020-09-30")]
    [InlineData("30<sup>th</sup> September 2020", "2020-09-30")]
    [InlineData("30/09/2020", "2020-09-30")]
    [InlineData("30.9.20", "2020-09-30")]
    [InlineData("30–09–2020", "2020-09-30")]
    [InlineData("2020-09-30", "2020-09-30")]
    [InlineData("30-Sep-20", "2020-09-30")]
    [InlineData("September 30, 2020", "2020-09-30")]
    [InlineData("30 SEPTEMBER 2020", "2020-09-30")]
    [InlineData("29 February 2020", "2020-02-29")]
    [InlineData("w/c 28 September 2020", "2020-09-28")]
    [InlineData("week commencing 28 September 2020", "2020-09-28")]
    [InlineData("no later than 30 September 2020", "2020-09-30")]
    [InlineData("deferred until 30 September 2020", "2020-09-30")]
    [InlineData("16/17 September 2020", "2020-09-17")]
    [InlineData("31 October 2019 (31/10/2019)", "2019-10-31")]
    public void Parse_BritishDay_Date(string text, string due) => Check(text, DeadlineKind.Date, due);

    [Theory]
    [InlineData("end of December 2020", DeadlineKind.Month, "2020-12-31")]
    [InlineData("Sept '18", DeadlineKind.Month, "2018-09-30")]
    [InlineData("Sept ’18", DeadlineKind.Month, "2018-09-30")]
    [InlineData("Sep-18", DeadlineKind.Month, "2018-09-30")]
    [InlineData("09/2018", DeadlineKind.Month, "2018-09-30")]
    [InlineData("2018-09", DeadlineKind.Month, "2018-09-30")]
    [InlineData("mid February 2020", DeadlineKind.Month, "2020-02-29")]
    [InlineData("Q3 2018", DeadlineKind.Quarter, "2018-09-30")]
    [InlineData("by Q1 of 2019", DeadlineKind.Quarter, "2019-03-31")]
    [InlineData("2018 Q4", DeadlineKind.Quarter, "2018-12-31")]
    [InlineData("third quarter of 2018", DeadlineKind.Quarter, "2018-09-30")]
    [InlineData("2nd quarter 2018", DeadlineKind.Quarter, "2018-06-30")]
    [InlineData("Quarter 4 2018/19", DeadlineKind.Quarter, "2019-03-31")]
    [InlineData("Q3 2018-19", DeadlineKind.Quarter, "2018-12-31")]
    [InlineData("Spring 2018", DeadlineKind.Season, "2018-05-31")]
    [InlineData("Summer 2018", DeadlineKind.Season, "2018-08-31")]
    [InlineData("by autumn of 2018", DeadlineKind.Season, "2018-11-30")]
    [InlineData("Winter 2018", DeadlineKind.Season, "2019-02-28")]
    [InlineData("Winter 2019/20", DeadlineKind.Season, "2020-02-29")]
    [InlineData("by 2020", DeadlineKind.Year, "2020-12-31")]
    [InlineData("2020", DeadlineKind.Year, "2020-12-31")]
    [InlineData("end of financial year 2019/20", DeadlineKind.Year, "2020-03-31")]
    public void Parse_Period_DueOnItsLastDay(string text, DeadlineKind kind, string due) => Check(text, kind, due);

    [Theory]
    [InlineData("From April 2018", DeadlineKind.From, "2018-04-01", null)]
    [InlineData("Aug17 onwards", DeadlineKind.From, "2017-08-01", null)]
    [InlineData("To commence from Dec17 onwards", DeadlineKind.From, "2017-12-01", null)]
    [InlineData("Pilot to commence in July 2017", DeadlineKind.From, "2017-07-01", null)]
    [InlineData("Start date: 1 May 2018", DeadlineKind.Date, null, "2018-05-01")]
    [InlineData("Starting 1 May 2018", DeadlineKind.From, "2018-05-01", null)]
    [InlineData("after 31 March 2018", DeadlineKind.From, "2018-04-01", null)]
    [InlineData("October 2019 - October 2020", DeadlineKind.Month, "2019-10-01", "2020-10-31")]
    [InlineData("from April 2018 to March 2019", DeadlineKind.Month, "2018-04-01", "2019-03-31")]
    [InlineData("between 1 May and 30 June 2019", DeadlineKind.Date, "2019-05-01", "2019-06-30")]
    [InlineData("November to February 2019", DeadlineKind.Month, "2018-11-01", "2019-02-28")]
    [InlineData("2017 – 2020", DeadlineKind.Year, "2017-01-01", "2020-12-31")]
    [InlineData("Starts April 2018, complete by March 2019", DeadlineKind.Month, "2018-04-01", "2019-03-31")]
    [InlineData("October 2019 – ongoing", DeadlineKind.Ongoing, "2019-10-01", null)]
    [InlineData("by December 2018 and on-going", DeadlineKind.Month, null, "2018-12-31")]
    [InlineData("Ongoing from April 2018", DeadlineKind.Ongoing, "2018-04-01", null)]
    [InlineData("Ongoing until 31 March 2018", DeadlineKind.OngoingUntil, null, "2018-03-31")]
    [InlineData("until March 2018", DeadlineKind.OngoingUntil, null, "2018-03-31")]
    [InlineData("Ongoing until the review is complete", DeadlineKind.OngoingUntil, null, null)]
    [InlineData("Quarterly from April 2018", DeadlineKind.Recurring, "2018-04-01", null)]
    [InlineData("Monthly until March 2019", DeadlineKind.Recurring, null, "2019-03-31")]
    [InlineData("Every six months, from 1 April 2018 to 31 March 2020", DeadlineKind.Recurring, "2018-04-01", "2020-03-31")]
    public void Parse_StartOrEnd_Understood(string text, DeadlineKind kind, string? starts, string? due)
    {
        var deadline = Check(text, kind, due);
        Assert.Equal(Day(starts), deadline.Starts);
    }

    [Theory]
    [InlineData("Ongoing", DeadlineKind.Ongoing)]
    [InlineData("Continuous", DeadlineKind.Ongoing)]
    [InlineData("Immediate", DeadlineKind.Immediate)]
    [InlineData("Immediately", DeadlineKind.Immediate)]
    [InlineData("As soon as possible", DeadlineKind.Immediate)]
    [InlineData("Immediate and ongoing", DeadlineKind.Ongoing)]
    [InlineData("TBC", DeadlineKind.ToBeAgreed)]
    [InlineData("t.b.c.", DeadlineKind.ToBeAgreed)]
    [InlineData("Date to be confirmed", DeadlineKind.ToBeAgreed)]
    [InlineData("To be agreed with NHSG", DeadlineKind.ToBeAgreed)]
    [InlineData("n/a", DeadlineKind.NotApplicable)]
    [InlineData("N.A.", DeadlineKind.NotApplicable)]
    [InlineData("Not applicable", DeadlineKind.NotApplicable)]
    [InlineData("N/A (completed March 2018)", DeadlineKind.NotApplicable)]
    [InlineData("None", DeadlineKind.None)]
    [InlineData("every six months", DeadlineKind.Recurring)]
    [InlineData("each year", DeadlineKind.Recurring)]
    [InlineData("six-monthly", DeadlineKind.Recurring)]
    [InlineData("on a regular basis", DeadlineKind.Recurring)]
    [InlineData("Following the review", DeadlineKind.Relative)]
    [InlineData("On completion of the pilot", DeadlineKind.Relative)]
    [InlineData("6 weeks after launch", DeadlineKind.Relative)]
    [InlineData("within six months", DeadlineKind.Relative)]
    [InlineData("within one month of 1 May 2018", DeadlineKind.Relative)]
    [InlineData("within 6 weeks of completion of the review in March 2018", DeadlineKind.Relative)]
    public void Parse_NoDate_KindOnly(string text, DeadlineKind kind) => Check(text, kind, null);

    [Theory]
    [InlineData("31 February 2020")]
    [InlineData("29 February 2019")]
    [InlineData("by 31/09/2020")]
    [InlineData("09/30/2020")]
    [InlineData("2020-13-01")]
    [InlineData("0 March 2020")]
    [InlineData("31 February 2020 or 31 March 2020")]
    [InlineData("31 February and 31 March 2020")]
    [InlineData("from March 2019 to April 2018")]
    [InlineData("starting May 2019, complete by March 2019")]
    [InlineData("summer term 2018")]
    [InlineData("30 September")]
    [InlineData("by October")]
    [InlineData("2019/20")]
    [InlineData("the 2014 Act")]
    [InlineData("2018 Ofsted inspection")]
    [InlineData("staff may 20 times march 19 miles")]
    [InlineData("Oct 31")]
    [InlineData("1.2.3.2020")]
    [InlineData("30 September 3020")]
    [InlineData("soon")]
    [InlineData("-")]
    public void Parse_NotUnderstood_Unclear(string text) => Check(text, DeadlineKind.Unclear, null);

    [Fact]
    public void Parse_ProseThatMentionsEvents_Unclear() => Check(
        "Ensure that care plans are clear, that staff know what to do when a child goes missing, and that all of them now hold the facts after each visit",
        DeadlineKind.Unclear,
        null);

    [Fact]
    public void Parse_LongerThanRead_UnclearAndKept()
    {
        var padding = new string('x', DeadlineParser.ReadLimit - "31 May 2020 ".Length);

        Check($"31 May 2020 {padding}", DeadlineKind.Date, "2020-05-31");
        Check($"31 May 2020 {padding}x", DeadlineKind.Unclear, null);
    }

    private static Deadline Check(string? text, DeadlineKind kind, string? due)
    {
        var deadline = DeadlineParser.Parse(text);

        Assert.Equal((kind, Day(due)), (deadline.Kind, deadline.Due));
        Assert.Equal(text?.Trim() ?? "", deadline.Text);
        Assert.Empty(deadline.Stages);
        return deadline;
    }

    private static DateOnly? Day(string? iso) => iso is null ? null : DateOnly.ParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
