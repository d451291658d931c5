-- Some sessions end before they begin; some achievements nobody unlocked.
CREATE SCHEMA game;
CREATE TABLE game.players (player_id INTEGER, nick VARCHAR);
INSERT INTO game.players VALUES (1, 'zed'), (2, 'yun'), (3, 'xav');
CREATE TABLE game.sessions (session_no INTEGER, player_id INTEGER, seconds INTEGER);
INSERT INTO game.sessions VALUES (10, 1, 600), (11, 1, 2), (12, 2, 5), (13, 2, NULL), (14, 9, 60), (15, 1, 45);
CREATE TABLE game.purchases (purchase_no INTEGER, player_id INTEGER, usd DECIMAL(9, 2), bought DATE);
INSERT INTO game.purchases VALUES (100, 1, 4.99, '2025-05-01'), (101, 1, 9.99, '2025-05-20'), (102, NULL, 1, '2025-05-02'),
    (103, 3, 0.99, '2024-01-01');
CREATE TABLE game.achievements (achievement_id INTEGER, title VARCHAR);
INSERT INTO game.achievements VALUES (1, 'First blood'), (2, 'Pacifist'), (3, 'Collector'), (4, 'Nobody');
CREATE TABLE game.player_achievements (player_id INTEGER, achievement_id INTEGER);
INSERT INTO game.player_achievements VALUES (1, 1), (1, 1), (1, 3), (2, 1), (2, 7), (8, 2), (NULL, 3);
