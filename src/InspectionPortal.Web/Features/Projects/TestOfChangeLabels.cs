using InspectionPortal.Domain.Projects;

namespace InspectionPortal.Web.Features.Projects;

/// <summary>Names and looks of what was decided after a test.</summary>
public static class TestOfChangeLabels
{
    public static string Of(TestDecision decision) => decision switch
    {
        TestDecision.Adopt => "Adopt",
        TestDecision.Adapt => "Adapt",
        _ => "Abandon",
    };

    /// <summary>One of <see cref="Rating.Shapes"/>.</summary>
    public static string Shape(TestDecision decision) => decision switch
    {
        TestDecision.Adopt => "circle",
        TestDecision.Adapt => "triangle",
        _ => "bar",
    };

    /// <summary>One of <see cref="Rating.Colours"/>.</summary>
    public static string Colour(TestDecision decision) => decision switch
    {
        TestDecision.Adopt => "green",
        TestDecision.Adapt => "blue",
        _ => "grey",
    };
}
