namespace InspectionPortal.Web.Components.Diagrams;

/// <summary>A node in its place.</summary>
public sealed record PlacedNode(int Key, int Column, double X, double Y, double Width, double Height)
{
    public double Right => X + Width;

    public double Bottom => Y + Height;

    public double Middle => Y + (Height / 2);
}
