using InspectionPortal.Web.Features.Projects;

namespace InspectionPortal.Web.Tests.Features.Projects;

public sealed class NextNumberTests
{
    [Theory]
    [InlineData("3", "3.5", "3.1", "3.2", "3.4")]
    [InlineData("1", "1.11", "1.9", "1.10")]
    [InlineData("2.", "2.1")]
    [InlineData("4", null, "A", "B")]
    [InlineData("4", null, "14.1")]
    [InlineData("5", "5.2", "5.1", "5.1a", "5.x")]
    public void After_NumbersOfTheAim_IsTheNext(string aim, string? expected, params string[] taken) => Assert.Equal(expected, NextNumber.After(aim, taken));
}
