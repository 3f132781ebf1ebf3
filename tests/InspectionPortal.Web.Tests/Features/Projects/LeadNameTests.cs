using InspectionPortal.Domain.Deadlines;
using InspectionPortal.Domain.Projects;

namespace InspectionPortal.Web.Tests.Features.Projects;

public sealed class LeadNameTests
{
    [Theory]
    [InlineData("A:Lead", "A")]
    [InlineData("A:Lead B:Lead", "A; B")]
    [InlineData("A:Lead C:With B:Lead D:InConsultationWith", "A; B with C, in consultation with D")]
    [InlineData("A:Lead B:With C:With", "A with B and C")]
    [InlineData("D:InConsultationWith", "in consultation with D")]
    public void Join_Kinds_ReadAsThePlanSaysThem(string leads, string expected) =>
        Assert.Equal(expected, LeadName.Join(leads.Split(' ').Select(l => l.Split(':')).Select(l => new LeadName(Guid.Empty, l[0], Enum.Parse<LeadKind>(l[1])))));

    [Theory]
    [InlineData("30 September 2020", false, 27, null, null)]
    [InlineData("30 September 2020", true, 0, null, null)]
    [InlineData("50% by 30 September 2020, 75% by 30 September 2021, 90% by 30 September 2022", false, 27, "First stage", "then 75%, 90%")]
    [InlineData("27 October 2020", false, 0, null, null)]
    public void DeadlineNote_OnADay_SaysWhatIsLateAndWhatComes(string deadline, bool finished, int days, string? what, string? then)
    {
        var note = DeadlineNote.Of(DeadlineParser.Parse(deadline), new DateOnly(2020, 10, 27), finished);
        Assert.Equal(new DeadlineNote(deadline, days, what, then), note);
    }
}
